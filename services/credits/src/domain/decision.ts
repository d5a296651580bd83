import assert from 'node:assert';
import type { DataOf, EventDefinition } from '@consult/contracts/envelope';
import type { Account } from './account.ts';
import { type Counters, type Lot, NEVER } from './lot.ts';
import { applyMovement, type Movement, type MovementKind } from './movement.ts';
import { nextDue } from './due.ts';
import { valueMoved } from './revenue.ts';

/** What a decision knows besides the account. */
export interface Context {
  /** Business time. */
  now: Date;
  /** Technical time. */
  wallNow: Date;
  /** Who caused it: a user id, or the service. */
  actor: string;
}

/** An event to publish: its definition and its data. */
export interface Happening<D extends EventDefinition = EventDefinition> {
  definition: D;
  data: DataOf<D>;
}

/** Names an event with data of its own schema. */
export function happening<D extends EventDefinition>(definition: D, data: DataOf<D>): Happening {
  return { definition, data };
}

export interface Refusal {
  kind: 'refused';
  code: 'credits_required' | 'idempotency_key_reused' | 'invalid_transition' | 'not_found' | 'rule_refused';
  details: Record<string, unknown>;
}

/** What a command makes of an account: a change to be written, the answer it has had all along, or a refusal. */
export type Decision<A> = { kind: 'changed'; draft: Draft; answer: A } | { kind: 'same'; answer: A } | Refusal;

/** Movements found under the ids a command asked for. */
export type Known = ReadonlyMap<string, Movement>;

/** An account on its way to the next version, with what has to be written beside it. */
export interface Draft {
  account: Account;
  movements: Movement[];
  happenings: Happening[];
  context: Context;
}

export const begin = (account: Account, context: Context): Draft => ({
  account,
  movements: [],
  happenings: [],
  context,
});

export const refused = (code: Refusal['code'], details: Record<string, unknown>): Refusal => ({
  kind: 'refused',
  code,
  details,
});

export const same = <A>(answer: A): Decision<A> => ({ kind: 'same', answer });

/** Ends a command: the due instants follow from the account, and the books must balance. */
export function changed<A>(draft: Draft, answer: A): Decision<A> {
  const account = withDueInstants(draft.account);
  for (const lot of account.lots) assertBalanced(lot);
  return { kind: 'changed', draft: { ...draft, account }, answer };
}

export type MovementInput = Pick<Movement, 'movementId' | 'cause'> & { kind: MovementKind } & Partial<
    Omit<Movement, 'sequence' | 'at' | 'recordedAt' | 'actor'>
  >;

/** Appends a movement and moves the credits of its lot. */
export function move(draft: Draft, input: MovementInput): Draft {
  const { account, context } = draft;
  const movement: Movement = {
    lotId: '',
    credits: 0,
    reason: '',
    bookingId: '',
    revision: 0,
    transactionId: '',
    consultation: false,
    paid: false,
    fingerprint: '',
    availableAfter: 0,
    ...input,
    at: context.now,
    recordedAt: context.wallNow,
    actor: context.actor,
    sequence: account.sequence + 1,
  };
  const moved = { ...account, sequence: movement.sequence };
  if (movement.lotId === '') return { ...draft, account: moved, movements: [...draft.movements, movement] };
  const before = lotOf(account, movement.lotId);
  const lot = { ...before, ...applyMovement(before, movement) };
  const worth = { ...movement, ...valueMoved(before, lot, movement.kind) };
  return { ...draft, account: changeLot(moved, lot.lotId, () => lot), movements: [...draft.movements, worth] };
}

/** Changes the account without moving credits. */
export function change(draft: Draft, part: Partial<Account>): Draft {
  return { ...draft, account: { ...draft.account, ...part } };
}

export function publish(draft: Draft, ...happenings: Happening[]): Draft {
  return { ...draft, happenings: [...draft.happenings, ...happenings] };
}

/** The account with one of its lots changed; the lot must exist. */
export function changeLot(account: Account, lotId: string, with_: (lot: Lot) => Lot): Account {
  lotOf(account, lotId);
  return { ...account, lots: account.lots.map((lot) => (lot.lotId === lotId ? with_(lot) : lot)) };
}

export function lotOf(account: Account, lotId: string): Lot {
  const lot = account.lots.find((one) => one.lotId === lotId);
  assert(lot, `account ${account._id} has no lot ${lotId}`);
  return lot;
}

function withDueInstants(account: Account): Account {
  const { dueAt: _due, fenceAt: _fence, ...rest } = account;
  const dueAt = nextDue(account);
  const deadlines = Object.values(account.bookings).flatMap((chain) =>
    chain.state === 'reserved' ? [chain.deadline.getTime()] : [],
  );
  return {
    ...rest,
    ...(dueAt === undefined || dueAt >= NEVER ? {} : { dueAt }),
    ...(deadlines.length === 0 ? {} : { fenceAt: new Date(Math.min(...deadlines)) }),
  };
}

/** `added = remaining + reserved + held + used + expired + revoked`, none negative. */
export function isBalanced(counters: Counters): boolean {
  const { added, remaining, reserved, held, used, expired, revoked } = counters;
  const parts = [remaining, reserved, held, used, expired, revoked];
  return (
    parts.every((part) => Number.isSafeInteger(part) && part >= 0) &&
    added === parts.reduce((sum, part) => sum + part, 0)
  );
}

function assertBalanced(lot: Lot): void {
  const onBorrowedTime = lot.returned.reduce((sum, batch) => sum + batch.credits, 0);
  assert(isBalanced(lot) && onBorrowedTime <= lot.remaining, `lot ${lot.lotId} does not balance`);
}
