import { expect } from '@jest/globals';
import { type Account, emptyAccount } from '../../src/domain/account.ts';
import { type BookingCommand, decideHold, decideRelease, decideUse } from '../../src/domain/close.ts';
import type { Context, Decision, Happening, Refusal } from '../../src/domain/decision.ts';
import { decideDue } from '../../src/domain/expire.ts';
import { decideGrant, type GrantCommand } from '../../src/domain/grant.ts';
import type { Movement } from '../../src/domain/movement.ts';
import { differences } from '../../src/domain/rebuild.ts';
import { newReplay, replay } from '../../src/domain/replay.ts';
import { decideReserve, type ReserveCommand } from '../../src/domain/reserve.ts';

export const START = '2025-01-01T09:00:00.000Z';
export const at = (instant: string) => new Date(instant);

/** A purchase of three credits for 60 days. */
export function grantOf(lotId: string, changes: Partial<GrantCommand> = {}): GrantCommand {
  return {
    lotId,
    transactionId: `txn-${lotId}`,
    packageId: 'PKG-100001-0001',
    packageName: 'Quick Start',
    termsVersion: 1,
    credits: 3,
    unlimited: false,
    sessionTypes: [],
    chargeByDuration: false,
    expiryBasis: 'booked_at',
    expiresAfterDays: 60,
    activates: 'purchase',
    priority: 100,
    paidMinor: 29_700,
    currency: 'USD',
    paidAt: at(START),
    renewalGraceHours: 24,
    ...changes,
  };
}

/** An hour of advice, ten days after the start. */
export function reserveOf(bookingId: string, changes: Partial<ReserveCommand> = {}): ReserveCommand {
  return {
    bookingId,
    revision: 1,
    sessionType: 'advisory',
    durationMinutes: 60,
    scheduledStart: at('2025-01-11T09:00:00.000Z'),
    deadline: at('2025-01-01T09:01:00.000Z'),
    maximumOpenBookings: 0,
    predecessorRevision: 0,
    returnGraceDays: 7,
    ...changes,
  };
}

/** An account with all its movements, to which commands are put one after another. */
export interface Bench {
  account: Account;
  movements: Movement[];
  happenings: Happening[];
  now: Date;
}

export function newBench(start = START): Bench {
  const account = emptyAccount({ _id: 'account', tenantId: '100001', clientId: 'sarah' });
  return { account, movements: [], happenings: [], now: at(start) };
}

export function contextOf(bench: Bench): Context {
  return { now: bench.now, wallNow: at('2025-06-01T00:00:00.000Z'), actor: 'test' };
}

/** Keeps what a decision changed. */
export function put<A>(bench: Bench, decision: Decision<A>): A | Refusal {
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'changed') {
    bench.account = decision.draft.account;
    bench.movements.push(...decision.draft.movements);
    bench.happenings.push(...decision.draft.happenings);
  }
  return decision.answer;
}

export const known = (bench: Bench) => new Map(bench.movements.map((movement) => [movement.movementId, movement]));
export const bookingOf = (bookingId: string, revision = 1): BookingCommand => ({
  bookingId,
  revision,
  cause: 'test',
  reason: '',
  returnGraceDays: 7,
});

export const grant = (bench: Bench, command: GrantCommand) =>
  put(bench, decideGrant(bench.account, command, contextOf(bench)));
export const reserve = (bench: Bench, command: ReserveCommand) =>
  put(bench, decideReserve(bench.account, command, known(bench), contextOf(bench)));
export const hold = (bench: Bench, bookingId: string, revision = 1) =>
  put(bench, decideHold(bench.account, bookingOf(bookingId, revision), known(bench), contextOf(bench)));
export const use = (bench: Bench, bookingId: string, revision = 1) => {
  const command = { ...bookingOf(bookingId, revision), consultation: true };
  return put(bench, decideUse(bench.account, command, known(bench), contextOf(bench)));
};
export const release = (bench: Bench, bookingId: string, revision = 1, stood = true) => {
  const command = { ...bookingOf(bookingId, revision), stood };
  return put(bench, decideRelease(bench.account, command, known(bench), contextOf(bench)));
};
export const due = (bench: Bench) => put(bench, decideDue(bench.account, contextOf(bench)));

export function lotOf(bench: Bench, lotId: string) {
  const lot = bench.account.lots.find((one) => one.lotId === lotId);
  if (lot === undefined) throw new Error(`no lot ${lotId}`);
  return lot;
}

/** The books balance and can be rebuilt from the movements. */
export function expectSound(bench: Bench): void {
  const replayed = newReplay();
  for (const movement of bench.movements) replay(replayed, movement);
  expect(differences(bench.account, [], replayed)).toEqual([]);
}

/** Everything about an account that does not depend on the order in which the same things were told. */
export function stateOf({ account }: Bench) {
  const { lots, bookings, freeTrial, lifetime, dueAt, fenceAt } = account;
  const byId = [...lots].sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
  return { lots: byId, bookings, freeTrial, lifetime, dueAt, fenceAt };
}
