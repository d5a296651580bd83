import fc from 'fast-check';
import { chainKey } from '../../src/domain/account.ts';
import { decideRegistration, decideSubscription } from '../../src/domain/client.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { decideDispute } from '../../src/domain/dispute.ts';
import { decideHold, decideRelease, decideUse } from '../../src/domain/close.ts';
import { decideDue } from '../../src/domain/expire.ts';
import { decideGrant } from '../../src/domain/grant.ts';
import { decideAdjust, decideExtend, decideGrantByHand, decideVoid } from '../../src/domain/manual.ts';
import { decideRefund, decideRefundFailed } from '../../src/domain/refund.ts';
import { decideReserve } from '../../src/domain/reserve.ts';
import { decideReverse } from '../../src/domain/reverse.ts';
import { at, type Bench, bookingOf, contextOf, grantOf, known, reserveOf, START } from './bench.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PERIOD_MS = 30 * DAY_MS;

/** One thing that happens to an account. Numbers name lots, bookings, refunds and disputes. */
export type Step =
  | { do: 'grant'; lot: number; credits: number; days: number; paid: boolean; terms: number }
  | { do: 'period'; period: number; credits: number; rolls: boolean; replaces: boolean }
  | { do: 'reserve' | 'reschedule'; booking: number; minutes: number; trial: boolean | undefined; inDays: number }
  | { do: 'hold' | 'use' | 'cancel' | 'reverse' | 'attempt-fails' | 'forfeit'; booking: number }
  | { do: 'refund'; lot: number; refund: number; share: number; all: boolean }
  | { do: 'refund-fails'; lot: number; refund: number }
  | { do: 'dispute'; lot: number; dispute: number; state: 'open' | 'won' | 'lost' }
  | { do: 'give'; command: number; credits: number }
  | { do: 'adjust'; command: number; lot: number; credits: number }
  | { do: 'void'; command: number; lot: number }
  | { do: 'extend'; command: number; lot: number; days: number }
  | { do: 'advance'; hours: number }
  | { do: 'due' | 'register' | 'cancel-subscription' };

const some = <T>(...values: T[]) => fc.constantFrom(...values);
const upTo = (max: number, min = 1) => fc.integer({ min, max });
const session = {
  booking: upTo(8),
  minutes: some(15, 60, 120),
  trial: some(true, false, undefined, undefined),
  inDays: upTo(50),
};

/** Any step, those that make up daily life more often than the others. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: some('grant' as const),
      lot: upTo(5),
      credits: upTo(4, 0),
      days: upTo(40),
      paid: fc.boolean(),
      terms: upTo(4, 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: some('period' as const),
      period: upTo(4, 0),
      credits: upTo(4),
      rolls: fc.boolean(),
      replaces: some(false, false, false, false, false, true),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: some('reserve' as const), ...session }) },
  { weight: 4, arbitrary: fc.record({ do: some('reschedule' as const), ...session }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: some(
        'hold' as const,
        'hold' as const,
        'use' as const,
        'cancel' as const,
        'attempt-fails' as const,
        'reverse' as const,
        'forfeit' as const,
      ),
      booking: upTo(8),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: some('refund' as const),
      lot: upTo(9),
      refund: upTo(4),
      share: upTo(100),
      all: some(false, false, true),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: some('refund-fails' as const), lot: upTo(9), refund: upTo(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: some('dispute' as const),
      lot: upTo(9),
      dispute: upTo(2),
      state: some('open' as const, 'open' as const, 'won' as const, 'lost' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: some('give' as const), command: upTo(20), credits: upTo(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: some('adjust' as const), command: upTo(20), lot: upTo(9), credits: some(-3, -1, 1, 2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: some('void' as const), command: upTo(20), lot: upTo(9) }) },
  { weight: 1, arbitrary: fc.record({ do: some('extend' as const), command: upTo(20), lot: upTo(9), days: upTo(60) }) },
  { weight: 4, arbitrary: fc.record({ do: some('advance' as const), hours: some(1, 30, 24 * 7, 24 * 20, 24 * 30) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: some('due' as const, 'register' as const, 'cancel-subscription' as const) }),
  },
);

/** The revisions of each booking as scheduling would count them: the one that stands, and the one that is tried. */
export type Revisions = Map<number, { standing: number; tried: number }>;

/** Lots 1–5 are bought, 6–9 and 10 are the periods 0–4 of a subscription. */
const lotOf = (number: number) => (number <= 5 ? `lot-${number}` : `period-${number - 6}`);

/** The command a step puts to the account now, or undefined when it makes none. Called again it makes the same one. */
export function commandOf(bench: Bench, revisions: Revisions, step: Step): (() => Decision<unknown>) | undefined {
  const context = contextOf(bench);
  const { now } = bench;
  switch (step.do) {
    case 'grant': {
      const { credits, days: expiresAfterDays } = step;
      const paidMinor = step.paid ? 1_000 * credits : 0;
      const terms = [
        {},
        { durationMinutes: 60, chargeByDuration: true },
        { expiryBasis: 'session_at' as const },
        { activates: 'first_booking' as const },
        { unlimited: true, priority: 10 },
      ][step.terms];
      const granted = bench.account.lots.find(({ lotId }) => lotId === lotOf(step.lot));
      // A payment is of one package for ever: here of the one it was first told with.
      if (granted) return undefined;
      const command = grantOf(lotOf(step.lot), { credits, expiresAfterDays, paidMinor, paidAt: now, ...terms });
      return () => decideGrant(bench.account, command, context);
    }
    case 'period': {
      const start = new Date(at(START).getTime() + step.period * PERIOD_MS);
      const lotId = `period-${step.period}`;
      if (bench.account.lots.some((lot) => lot.lotId === lotId) || start > now) return undefined;
      const period = {
        subscriptionId: 'sub-1',
        start,
        end: new Date(start.getTime() + PERIOD_MS),
        replaces: step.replaces,
      };
      const rollover = step.rolls ? { rollover: { max: 3, periods: 2 } } : {};
      const command = grantOf(lotId, {
        credits: step.credits,
        paidMinor: 5_000,
        paidAt: start,
        priority: 10,
        period,
        ...rollover,
      });
      return () => decideGrant(bench.account, command, context);
    }
    case 'reserve':
    case 'reschedule': {
      const known_ = revisions.get(step.booking);
      if (step.do === 'reschedule' && !known_) return undefined;
      const moves = step.do === 'reschedule' && known_ !== undefined;
      const revision = moves ? known_.tried + 1 : 1;
      if (moves) revisions.set(step.booking, { ...known_, tried: revision });
      else if (!known_) revisions.set(step.booking, { standing: 1, tried: 1 });
      const trial = step.trial === undefined ? {} : { useFreeTrial: step.trial };
      const command = reserveOf(`b-${step.booking}`, {
        revision,
        predecessorRevision: moves ? known_.standing : 0,
        durationMinutes: step.minutes,
        scheduledStart: new Date(now.getTime() + step.inDays * DAY_MS),
        ...trial,
      });
      return () => decideReserve(bench.account, command, known(bench), context);
    }
    case 'hold':
    case 'use':
    case 'forfeit':
    case 'cancel': {
      // A booking that was never asked for is told of now and then, the last one.
      if (!revisions.has(step.booking) && step.booking < 8) return undefined;
      const one = revisions.get(step.booking) ?? { standing: 1, tried: 1 };
      const booking = bookingOf(`b-${step.booking}`, one.tried);
      // What the newest revision is told of has stood, if there is such a chain at all.
      if (bench.account.bookings[chainKey(booking)]) revisions.set(step.booking, { ...one, standing: one.tried });
      if (step.do === 'hold') return () => decideHold(bench.account, booking, known(bench), context);
      if (step.do === 'cancel')
        return () => decideRelease(bench.account, { ...booking, stood: true }, known(bench), context);
      return () => decideUse(bench.account, { ...booking, consultation: step.do === 'use' }, known(bench), context);
    }
    case 'attempt-fails': {
      const one = revisions.get(step.booking);
      if (!one || one.tried === one.standing) return undefined;
      const command = { ...bookingOf(`b-${step.booking}`, one.tried), stood: false };
      return () => decideRelease(bench.account, command, known(bench), context);
    }
    case 'reverse': {
      const booking = bookingOf(`b-${step.booking}`, revisions.get(step.booking)?.standing ?? 1);
      return () => decideReverse(bench.account, booking, known(bench), context);
    }
    case 'refund': {
      const lotId = lotOf(step.lot);
      const command = {
        lotId,
        refundId: `${lotId}-re-${step.refund}`,
        amountMinor: step.share * 30,
        all: step.all,
        reason: '',
      };
      return () => decideRefund(bench.account, command, context);
    }
    case 'refund-fails': {
      const lotId = lotOf(step.lot);
      const command = { lotId, refundId: `${lotId}-re-${step.refund}`, reason: '', returnGraceDays: 7 };
      return () => decideRefundFailed(bench.account, command, context);
    }
    case 'dispute': {
      const command = { lotId: lotOf(step.lot), disputeId: `dp-${step.dispute}`, state: step.state };
      return () => decideDispute(bench.account, command, context);
    }
    case 'give': {
      const ids = {
        commandId: `give-${step.command}`,
        lotId: `given-${step.command}`,
        reason: 'test',
        currency: 'USD',
      };
      const command = { ...ids, credits: step.credits, expiryDate: at('2025-05-01T00:00:00.000Z') };
      return () => decideGrantByHand(bench.account, command, known(bench), context);
    }
    case 'adjust': {
      const command = {
        commandId: `adjust-${step.command}`,
        lotId: lotOf(step.lot),
        credits: step.credits,
        reason: 'test',
      };
      return () => decideAdjust(bench.account, command, known(bench), context);
    }
    case 'void': {
      const command = { commandId: `void-${step.command}`, lotId: lotOf(step.lot), reason: 'test' };
      return () => decideVoid(bench.account, command, known(bench), context);
    }
    case 'extend': {
      const expiryDate = new Date(now.getTime() + step.days * DAY_MS);
      const command = { commandId: `extend-${step.command}`, lotId: lotOf(step.lot), expiryDate, reason: 'test' };
      return () => decideExtend(bench.account, command, known(bench), context);
    }
    case 'advance':
      bench.now = new Date(now.getTime() + step.hours * HOUR_MS);
      return undefined;
    case 'due':
      return () => decideDue(bench.account, context);
    case 'register':
      return () => decideRegistration(bench.account, { registeredAt: at(START), freeTrialDays: 30 }, context);
    case 'cancel-subscription': {
      const word = { subscriptionId: 'sub-1', version: 9, cancelled: true };
      return () => decideSubscription(bench.account, word, context);
    }
  }
}
