import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { call, dataOf } from './api.ts';
import { operatorToken } from './operator-token.ts';
import { DATA_DIR } from './paths.ts';
import { inviteUser } from './people.ts';
import { die } from './say.ts';

const USAGE = `consult: the operator's commands

  consult operator token
      a token for the operator's routes, for fifteen minutes
  consult tenants create --slug acme --name "Acme" --admin-email admin@acme.example [--admin-name N] [--admin-password P]
      [--currency USD] [--timezone UTC] [--stripe-account acct_…] [--policies '{"cancellationCutoffHours":24}']
      without a password, an invitation is mailed to the admin
  consult tenants list
  consult users invite --tenant 100001 --role admin|finance|consultant --email E --name N [--timezone UTC]

Where: the stack that npm start runs, or CONSULT_URL and OPERATOR_SECRET (users invite: IDENTITY_GRPC_URL and CALL_TOKEN_SECRET).`;

main().catch((error: unknown) => die(error instanceof Error ? error.message : error));

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(
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
      ].map((name) => [name, { type: 'string' as const }]),
    ),
  });
  switch (positionals.join(' ')) {
    case 'operator token':
      return print(await token());
    case 'tenants create':
      return createTenant(values);
    case 'tenants list':
      return print(
        dataOf(await call(gateway(), { path: '/api/operator/tenants?limit=100', token: await token() }), 200),
      );
    case 'users invite':
      return invite(values);
    default:
      console.log(USAGE);
      process.exit(positionals.length === 0 ? 0 : 2);
  }
}

type Values = Record<string, string | boolean | undefined>;

async function createTenant(values: Values): Promise<void> {
  const body = {
    ...given('slug', values['slug']),
    ...given('name', values['name']),
    ...given('adminEmail', values['admin-email']),
    ...given('adminName', values['admin-name']),
    ...given('adminPassword', values['admin-password']),
    ...given('currency', values['currency']),
    ...given('timezone', values['timezone']),
    ...given('stripeAccountId', values['stripe-account']),
    ...(typeof values['policies'] === 'string' ? { policies: JSON.parse(values['policies']) as unknown } : {}),
  };
  print(dataOf(await call(gateway(), { path: '/api/operator/tenants', token: await token(), body }), 201, 200));
}

async function invite(values: Values): Promise<void> {
  const role = values['role'];
  if (role !== 'admin' && role !== 'finance' && role !== 'consultant')
    throw new Error('--role is admin, finance or consultant');
  const reach = {
    identityGrpc: setting('IDENTITY_GRPC_URL', 'identityGrpc'),
    callTokenSecret: secret('CALL_TOKEN_SECRET'),
  };
  const person = { tenantId: text(values, 'tenant'), email: text(values, 'email'), name: text(values, 'name') };
  print(
    await inviteUser(reach, {
      ...person,
      role,
      timezone: typeof values['timezone'] === 'string' ? values['timezone'] : '',
    }),
  );
}

function token(): Promise<string> {
  return operatorToken(secret('OPERATOR_SECRET'));
}

function gateway(): string {
  return process.env['CONSULT_URL'] ?? noted().urls.gateway;
}

function given(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

function text(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return value;
}

function setting(variable: string, name: 'identityGrpc'): string {
  return process.env[variable] ?? noted()[name];
}

/** From the environment, or as the local stack keeps it. */
function secret(name: 'OPERATOR_SECRET' | 'CALL_TOKEN_SECRET'): string {
  const value = process.env[name];
  if (value !== undefined) return value;
  const file = join(DATA_DIR, 'secrets.json');
  if (!existsSync(file)) throw new Error(`${name} is not set, and no local stack has been started`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[name] ?? '';
}

function noted(): { urls: { gateway: string }; identityGrpc: string } {
  const file = join(DATA_DIR, 'stack.json');
  if (!existsSync(file)) throw new Error('no local stack is running: npm start, or set CONSULT_URL');
  return JSON.parse(readFileSync(file, 'utf8')) as { urls: { gateway: string }; identityGrpc: string };
}

function print(value: unknown): void {
  console.log(typeof value === 'string' ? value : JSON.stringify(value, undefined, 2));
}
