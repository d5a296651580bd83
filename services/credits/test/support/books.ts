import { eventually } from '@consult/testing/eventually';
import { expect } from '@jest/globals';
import type { Counters } from '../../src/domain/lot.ts';
import type { Movement } from '../../src/domain/movement.ts';
import type { AccountDocument } from '../../src/store/account-document.ts';
import { type Stack, TENANT } from './service.ts';

type Stores = Pick<Stack, 'accounts' | 'ledger' | 'archive'>;

const ACROSS_TENANTS = { acrossTenants: 'tests of credits' } as const;

/** A client's account as it is stored. */
export async function accountOf({ accounts }: Stores, clientId: string): Promise<AccountDocument> {
  const found = await accounts.findOne({ tenantId: TENANT, clientId }).lean<AccountDocument>();
  if (found === null) throw new Error(`${clientId} has no account`);
  return found;
}

/** Where the credits of a client's lots are, lot by lot in the order they began. */
export async function countersOf(stores: Stores, clientId: string): Promise<Counters[]> {
  const { lots } = await accountOf(stores, clientId);
  return Object.values(lots)
    .sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime() || (a.lotId < b.lotId ? -1 : 1))
    .map(({ added, remaining, reserved, held, used, expired, revoked }) => ({
      added,
      remaining,
      reserved,
      held,
      used,
      expired,
      revoked,
    }));
}

/** All movements of a client in their order, also those that are not in the ledger yet. */
export async function movementsOf(stores: Stores, clientId: string): Promise<Movement[]> {
  // The account first: what is flushed in between is then in both.
  const { _id: accountId, pending } = await accountOf(stores, clientId);
  const flushed = await stores.ledger.find({ tenantId: TENANT, accountId }).lean<Movement[]>();
  const bySequence = new Map([...flushed, ...pending].map((movement) => [movement.sequence, movement]));
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
}

export async function kindsOf(stores: Stores, clientId: string): Promise<string[]> {
  return (await movementsOf(stores, clientId)).map(({ kind }) => kind);
}

/** Waits until every event is published and every movement is in the ledger. */
export async function settled({ accounts }: Stores, { withinMs = 20_000 } = {}): Promise<void> {
  const unsettled = { $or: [{ 'pending.0': { $exists: true } }, { 'outbox.0': { $exists: true } }] };
  await eventually(
    async () => expect(await accounts.find(unsettled, { clientId: 1 }, ACROSS_TENANTS).lean()).toEqual([]),
    { withinMs },
  );
}

/** All that is written anywhere: to see that nothing was. */
export async function wholeBooks({ accounts, ledger, archive }: Stores) {
  return {
    accounts: await accounts.find({}, {}, ACROSS_TENANTS).sort({ _id: 1 }).lean(),
    movements: (await ledger.find({}, { movementId: 1 }, ACROSS_TENANTS).lean()).length,
    archived: (await archive.find({}, { accountId: 1 }, ACROSS_TENANTS).lean()).length,
  };
}
