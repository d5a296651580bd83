import type { mongo } from 'mongoose';

/** One thing that must not be. */
export interface Finding {
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I7' | 'I8';
  /** Tenant and ids. */
  where: string;
  what: string;
}

/** The databases of a namespace, as they lie there. */
export interface Stack {
  /** By service; only those that exist. */
  databases: ReadonlyMap<string, mongo.Db>;
  accounts: AccountRow[];
  /** Ledger rows and movements still on the account, without doubles, by account and in order. */
  movements: ReadonlyMap<string, MovementRow[]>;
  /** Absent where scheduling has no database. */
  consultations?: ConsultationRow[];
  /** Absent where billing has no database. */
  transactions?: TransactionRow[];
}

// What the checks read, restated as data: a checker that shared the services' code would share their mistakes.

export interface CountersRow {
  added: number;
  remaining: number;
  reserved: number;
  held: number;
  used: number;
  expired: number;
  revoked: number;
}
interface LotRow extends CountersRow {
  lotId: string;
  transactionId: string;
  source: string;
  paidMinor: number;
}
interface ChainRow {
  bookingId: string;
  revision: number;
  state: 'reserved' | 'held';
  deadline?: Date;
  payment: { method: string; lotId?: string; credits?: number };
  /** Of a reschedule that does not stand yet. */
  takesOver?: { revision: number; credits: number };
}
/** As it lies there: its lots by id, and those that have left it in a collection of their own. */
type StoredAccountRow = Omit<AccountRow, 'lots'> & { lots: Record<string, LotRow> };
interface ArchivedLotRow {
  _id: string;
  tenantId: string;
  accountId: string;
  lot: LotRow;
}
export interface AccountRow {
  _id: string;
  tenantId: string;
  clientId: string;
  version: number;
  sequence: number;
  lots: LotRow[];
  bookings: Record<string, ChainRow>;
  pending: MovementRow[];
}
export interface MovementRow {
  tenantId: string;
  accountId: string;
  movementId: string;
  kind: string;
  lotId: string;
  credits: number;
  from?: string;
  sequence: number;
  bookingId: string;
  revision: number;
  takesOver?: { revision: number; credits: number };
}
export interface HistoryRow {
  move?: string;
  from: string;
  to: string;
  reason?: string;
}
export interface ConsultationRow {
  _id: string;
  tenantId: string;
  tombstone?: boolean;
  consultationId: string;
  clientId: string;
  consultantId: string;
  version: number;
  revision: number;
  fencedRevision?: number;
  /** Of a slot hold, which has no public id yet. */
  hold?: { state: string };
  /** It was a hold first. */
  heldAt?: Date;
  scheduledStart: Date;
  scheduledEnd: Date;
  status: { current: string; creditEffect?: string; who?: string };
  billing: { method: string; credits: number; lotId: string; unitPriceMinor?: number };
  terms?: {
    lateCancelEarningPercent?: number;
    earning?: { consultantSharePercent: number; promotionalEarningMinor: number };
  };
  earnings?: { id: string; amountMinor: number }[];
  resolution?: { credit: string; earningPercent: number };
  deliverables?: object[];
  feedback: { client?: object; consultant?: object };
  history: HistoryRow[];
  active?: boolean;
  consultantCells?: number[];
  clientCells?: number[];
  busyFrom?: number;
  busyTo?: number;
}
export interface TransactionRow {
  _id: string;
  tenantId: string;
  transactionId: string;
  clientId: string;
  state: string;
  amount: { gross: number };
  refunds?: { refundId: string; status: string; amountMinor: number; stripeRefundId?: string }[];
  version: number;
  history: HistoryRow[];
}

/** Reads what the checks need, all of it: for the data of a test. */
export async function openStack(client: mongo.MongoClient, namespace: string): Promise<Stack> {
  const { databases: all } = await client.db().admin().listDatabases({ nameOnly: true });
  const names = all.map(({ name }) => name).filter((name) => name.startsWith(`${namespace}_`));
  const databases = new Map(names.map((name) => [name.slice(namespace.length + 1), client.db(name)]));
  const credits = databases.get('credits');
  const stored = (await credits?.collection<StoredAccountRow>('accounts').find().toArray()) ?? [];
  const archived = (await credits?.collection<ArchivedLotRow>('archived_lots').find().toArray()) ?? [];
  const accounts = accountsOf(stored, archived);
  const ledger = (await credits?.collection<MovementRow>('ledger').find().toArray()) ?? [];
  const consultations = await databases
    .get('scheduling')
    ?.collection<ConsultationRow>('consultations')
    .find()
    .toArray();
  const transactions = await databases.get('billing')?.collection<TransactionRow>('transactions').find().toArray();
  return {
    databases,
    accounts,
    movements: movementsOf(accounts, ledger),
    ...(consultations === undefined ? {} : { consultations }),
    ...(transactions === undefined ? {} : { transactions }),
  };
}

/** The rows that are consultations: neither tombstones nor slot holds. */
export function isConsultation({ tombstone, hold }: ConsultationRow): boolean {
  return tombstone !== true && hold === undefined;
}

/** Key of what belongs to a tenant. */
export function keyOf(tenantId: string, ...ids: (string | number)[]): string {
  return [tenantId, ...ids].join('/');
}

/** Rows by their key. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Accounts with all their lots; of one that is in both places, the account's is right. */
function accountsOf(stored: readonly StoredAccountRow[], archived: readonly ArchivedLotRow[]): AccountRow[] {
  const copies = groupBy(archived, ({ tenantId, accountId }) => keyOf(tenantId, accountId));
  return stored.map((account) => {
    const old = (copies.get(keyOf(account.tenantId, account._id)) ?? []).map(({ _id, lot }) => [_id, lot] as const);
    return { ...account, lots: Object.values({ ...Object.fromEntries(old), ...account.lots }) };
  });
}

function movementsOf(accounts: readonly AccountRow[], ledger: readonly MovementRow[]): Map<string, MovementRow[]> {
  const rows = new Map(ledger.map((row) => [keyOf(row.tenantId, row.accountId, row.movementId), row]));
  for (const { _id: accountId, tenantId, pending } of accounts)
    for (const movement of pending)
      rows.set(keyOf(tenantId, accountId, movement.movementId), { ...movement, tenantId, accountId });
  const groups = groupBy([...rows.values()], ({ tenantId, accountId }) => keyOf(tenantId, accountId));
  for (const group of groups.values()) group.sort((a, b) => a.sequence - b.sequence);
  return groups;
}
