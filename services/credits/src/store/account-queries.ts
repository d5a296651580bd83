import type { DuePage } from '@consult/runtime/due-worker';
import type { AccountDocument, Accounts } from './account-document.ts';
import type { AccountKey, ClientKey } from './accounts.ts';

/** What the workers of this service look for goes across tenants; each hit names its tenant. */
const ACROSS_TENANTS = { acrossTenants: 'credits workers' } as const;

type FoundClient = ClientKey & { accountId: string };
type KeysRow = Pick<AccountDocument, '_id' | 'tenantId' | 'clientId'>;

/** The earliest business time up to `until` at which an account lapses or warns. */
export async function nextDueAt(accounts: Accounts, until: Date): Promise<Date | undefined> {
  const [first] = await accounts
    .find({ dueAt: { $lte: until } }, { dueAt: 1 }, ACROSS_TENANTS)
    .sort({ dueAt: 1 })
    .limit(1)
    .lean<Pick<AccountDocument, 'dueAt'>[]>();
  return first?.dueAt;
}

/** Clients whose account has something due by `now` (business time), the longest due first. */
export async function dueClients(accounts: Accounts, now: Date, page: DuePage): Promise<FoundClient[]> {
  const found = await accounts
    .find({ dueAt: { $lte: now }, _id: { $nin: page.except } }, { tenantId: 1, clientId: 1 }, ACROSS_TENANTS)
    .sort({ dueAt: 1 })
    .limit(page.limit)
    .lean<KeysRow[]>();
  return found.map(toFound);
}

/** Clients with a reservation past its deadline (technical time). */
export async function clientsToFence(accounts: Accounts, wallNow: Date, page: DuePage): Promise<FoundClient[]> {
  const found = await accounts
    .find({ fenceAt: { $lte: wallNow }, _id: { $nin: page.except } }, { tenantId: 1, clientId: 1 }, ACROSS_TENANTS)
    .sort({ fenceAt: 1 })
    .limit(page.limit)
    .lean<KeysRow[]>();
  return found.map(toFound);
}

/** Accounts that keep more spent lots than they should. */
export async function accountsToArchive(accounts: Accounts, page: DuePage): Promise<AccountKey[]> {
  const found = await accounts
    .find({ archivable: { $exists: true }, _id: { $nin: page.except } }, { tenantId: 1 }, ACROSS_TENANTS)
    .limit(page.limit)
    .lean<Pick<AccountDocument, '_id' | 'tenantId'>[]>();
  return found.map(({ _id, tenantId }) => ({ tenantId, accountId: _id }));
}

/** Accounts of a tenant, or of all (`''`), a page at a time, by id. */
export async function accountsAfter(
  accounts: Accounts,
  tenantId: string,
  page: { after: string; limit: number },
): Promise<FoundClient[]> {
  const of = tenantId === '' ? {} : { tenantId };
  const found = await accounts
    .find({ _id: { $gt: page.after }, ...of }, { tenantId: 1, clientId: 1 }, ACROSS_TENANTS)
    .sort({ _id: 1 })
    .limit(page.limit)
    .lean<KeysRow[]>();
  return found.map(toFound);
}

function toFound({ _id, tenantId, clientId }: KeysRow): FoundClient {
  return { accountId: _id, tenantId, clientId };
}
