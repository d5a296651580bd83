import { parseArgs } from 'node:util';
import { rebuildCredits, verifyCredits } from './commands/credits.ts';
import { token } from './commands/reach.ts';
import { reconcileBooks } from './commands/reconcile.ts';
import { createTenant, listTenants } from './commands/tenants.ts';
import { invite } from './commands/users.ts';
import { print } from './commands/values.ts';
import { die } from './say.ts';

const USAGE = `consult: the operator's commands

  consult operator token
      a token for the operator's routes, for fifteen minutes
  consult tenants create --slug acme --name "Acme" --admin-email admin@acme.example [--admin-name N] [--admin-password P]
      [--currency USD] [--timezone UTC] [--stripe-account acct_…] [--policies '{"cancellationCutoffHours":24}']
      without a password, an invitation is mailed to the admin
  consult tenants list
  consult users invite --tenant 100001 --role admin|finance|consultant --email E --name N [--timezone UTC]
  consult credits verify [--tenant 100001]
      rebuilds every balance from its movements; a line per difference, and exit code 1 when there is any
  consult credits rebuild [--tenant 100001]
      the same, and writes what the movements say; exit code 1 when an account could not be repaired
  consult reconcile [--tenant 100001] [--since 2025-01-01] [--settled 300] [--apply]
      holds Stripe, transactions, the credits ledger and consultations against each other; a line per finding with what to do,
      and exit code 1 when any is left; --apply mends what needs no person; what has changed within the last --settled seconds
      is left out. Each run is kept (GET /api/admin/reconciliation)

Where: the stack that npm start runs, or CONSULT_URL and OPERATOR_SECRET (users invite: IDENTITY_GRPC_URL and CALL_TOKEN_SECRET;
credits: CREDITS_GRPC_URL, reconcile: BILLING_GRPC_URL, and CALL_TOKEN_SECRET).`;

main().catch((error: unknown) => die(error instanceof Error ? error.message : error));

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      apply: { type: 'boolean' as const },
      ...Object.fromEntries(
        [
          'slug',
          'name',
          'admin-email',
          'admin-name',
          'admin-password',
          'currency',
          'timezone',
          'stripe-account',
          'policies',
          'tenant',
          'role',
          'email',
          'since',
          'settled',
        ].map((name) => [name, { type: 'string' as const }]),
      ),
    },
  });
  switch (positionals.join(' ')) {
    case 'operator token':
      return print(await token());
    case 'tenants create':
      return createTenant(values);
    case 'tenants list':
      return listTenants();
    case 'users invite':
      return invite(values);
    case 'credits verify':
      return verifyCredits(values);
    case 'credits rebuild':
      return rebuildCredits(values);
    case 'reconcile':
      return reconcileBooks(values);
    default:
      console.log(USAGE);
      process.exit(positionals.length === 0 ? 0 : 2);
  }
}
