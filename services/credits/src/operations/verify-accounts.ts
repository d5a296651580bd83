import { type Caller, hasRole, systemCaller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import { decideRebuild, type Difference, differences } from '../domain/rebuild.ts';
import { newReplay, type Replayed, replay } from '../domain/replay.ts';
import type { Lot } from '../domain/lot.ts';
import type { Movement } from '../domain/movement.ts';
import { accountsAfter } from '../store/account-queries.ts';
import { type AccountKey, readAccountById, type StoredAccount } from '../store/accounts.ts';
import { allArchivedLots } from '../store/archived-lots.ts';
import { movementsOf } from '../store/ledger.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';

const ACCOUNTS_PER_PAGE = 100;
/** An account may change while it is rebuilt; then it is looked at anew. */
const REPAIR_TRIES_MAX = 5;

type Stores = Pick<Deps, 'accounts' | 'ledger' | 'archive'>;

/** An account that says otherwise than its movements. */
export interface Finding extends AccountKey {
  clientId: string;
  differences: Difference[];
  repaired: boolean;
}

export interface VerifiedPage {
  accounts: number;
  findings: Finding[];
  /** Empty: this was the last page. */
  nextCursor: string;
}

/**
 * Proves the balances of a page of accounts: rebuilds each from the ledger and the movements on their way there. `repair` sets
 * those that differ to what their movements say, with a movement that tells of it. Refusals: forbidden (the operator asks).
 */
export async function verifyPage(
  deps: Deps,
  caller: Caller,
  input: { tenantId: string; cursor: string; repair: boolean },
): Promise<VerifiedPage> {
  if (!hasRole(caller, 'operator')) return refuse('forbidden');
  const page = await verifyFrom(deps, input.tenantId, input.cursor);
  if (!input.repair) return page;
  const findings: Finding[] = [];
  for (const finding of page.findings) findings.push({ ...finding, repaired: await repair(deps, finding) });
  return { ...page, findings };
}

/** Proves the balances of all accounts of all tenants. */
export async function verifyAccounts(stores: Stores): Promise<{ accounts: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let accounts = 0;
  for (let cursor = ''; ; ) {
    const page = await verifyFrom(stores, '', cursor);
    accounts += page.accounts;
    findings.push(...page.findings);
    if (page.nextCursor === '') return { accounts, findings };
    cursor = page.nextCursor;
  }
}

async function verifyFrom(stores: Stores, tenantId: string, cursor: string): Promise<VerifiedPage> {
  const page = await accountsAfter(stores.accounts, tenantId, { after: cursor, limit: ACCOUNTS_PER_PAGE });
  const findings: Finding[] = [];
  for (const { clientId, ...key } of page) {
    let found = await differencesOf(stores, key);
    // A lot may have come back from the archive between two reads: what is wrong is still wrong at a second look.
    if (found.length > 0) found = await differencesOf(stores, key);
    if (found.length > 0) findings.push({ ...key, clientId, differences: found, repaired: false });
  }
  const last = page.at(-1);
  return {
    accounts: page.length,
    findings,
    nextCursor: page.length < ACCOUNTS_PER_PAGE ? '' : (last?.accountId ?? ''),
  };
}

async function differencesOf(stores: Stores, key: AccountKey): Promise<Difference[]> {
  const seen = await lookAt(stores, key);
  return seen === undefined ? [] : differences(seen.stored.account, seen.archived, seen.replayed);
}

/** Answers false when there is nothing to rebuild from. */
async function repair(deps: Deps, finding: Finding): Promise<boolean> {
  const { tenantId, clientId } = finding;
  for (let attempt = 1; attempt <= REPAIR_TRIES_MAX; attempt += 1) {
    const seen = await lookAt(deps, finding);
    if (seen === undefined) return false;
    const { version } = seen.stored.account;
    try {
      const left = await changeAccount<Difference[] | undefined>(deps, systemCaller(tenantId, 'operator'), {
        clientId,
        movementIds: [],
        decide: (account, _known, context) =>
          account.version === version
            ? decideRebuild(account, seen.archived, seen.replayed, context)
            : { kind: 'same', answer: undefined },
      });
      if (left !== undefined) {
        deps.logger.warn(
          { tenantId, accountId: finding.accountId, what: left.map(({ what }) => what) },
          'account rebuilt',
        );
        return true;
      }
    } catch (error) {
      if (isAppError(error, 'rule_refused')) return false;
      throw error;
    }
  }
  return false;
}

/** An account as it is, and as its movements make it. */
async function lookAt(
  stores: Stores,
  key: AccountKey,
): Promise<{ stored: StoredAccount; archived: Lot[]; replayed: Replayed } | undefined> {
  const stored = await readAccountById(stores.accounts, key);
  if (stored === undefined) return undefined;
  const replayed = newReplay();
  for await (const movement of history(stores, key, stored)) replay(replayed, movement);
  return { stored, archived: await allArchivedLots(stores.archive, key), replayed };
}

/** All movements of an account as it was read, in their order: those in the ledger, and those that are not there yet. */
async function* history(stores: Stores, key: AccountKey, { account, pending }: StoredAccount): AsyncIterable<Movement> {
  const waiting = [...pending];
  for await (const movement of movementsOf(stores.ledger, key, account.sequence)) {
    while (waiting[0] && waiting[0].sequence <= movement.sequence) {
      const next = waiting.shift();
      // A flush may have died between its two writes: then it is in both places.
      if (next && next.sequence < movement.sequence) yield next;
    }
    yield movement;
  }
  yield* waiting;
}
