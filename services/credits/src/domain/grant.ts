import type { Account } from './account.ts';
import { begin, change, changed, type Context, type Decision, type Draft, lotOf, refused, same } from './decision.ts';
import { addLot, tellGranted } from './add-lot.ts';
import { applyDisputes } from './dispute.ts';
import { type Lot, type LotTerms, NEVER } from './lot.ts';
import { endPeriods, endReplaced, graceOf, notePeriod } from './period.ts';
import { settleRefunds } from './refund.ts';

const DAY_MS = 24 * 3_600_000;
/** What a package that never expires says in `expiresAfterDays`. */
const NEVER_DAYS = 36_500;
/** A lot whose days begin with the first booking must begin within so many days of the purchase. */
const LATEST_START_DAYS = 365;

/** A payment that arrived, with the terms of the package as bought. */
export interface GrantCommand {
  /** Derived from the transaction, always: one payment, one lot. */
  lotId: string;
  transactionId: string;
  packageId: string;
  packageName: string;
  termsVersion: number;
  credits: number;
  unlimited: boolean;
  sessionTypes: readonly string[];
  durationMinutes?: number;
  chargeByDuration: boolean;
  expiryBasis: 'booked_at' | 'session_at';
  expiresAfterDays: number;
  activates: 'purchase' | 'first_booking';
  rollover?: { max: number; periods: number };
  priority: number;
  paidMinor: number;
  currency: string;
  paidAt: Date;
  /** The period a recurring payment paid for; `replaces`: a changed plan, the lots of the old one end with it. */
  period?: { subscriptionId: string; start: Date; end: Date; replaces: boolean };
  /** A later period of a subscription, not a purchase of its own. */
  renewal?: true;
  holdId?: string;
  /** Tenant's policy: how long a period lot may be spent while its renewal is pending. */
  renewalGraceHours: number;
}

/** Adds the lot a payment bought. The same payment again changes nothing. */
export function decideGrant(account: Account, command: GrantCommand, context: Context): Decision<Lot> {
  const earlier = account.lots.find((lot) => lot.lotId === command.lotId);
  if (earlier)
    return matches(earlier, command) ? same(earlier) : refused('idempotency_key_reused', { lotId: command.lotId });
  const terms = termsOf(command, context.now);
  const { period, renewalGraceHours } = command;
  let draft = period ? notePeriod(begin(account, context), { ...period, lotId: terms.lotId }) : begin(account, context);
  draft = addLot(draft, terms, terms.source);
  draft = graceOf(draft, terms.lotId, renewalGraceHours);
  const { lifetime } = draft.account;
  if (!terms.promotional)
    draft = change(draft, { lifetime: { ...lifetime, creditsPurchased: lifetime.creditsPurchased + terms.credits } });
  draft = endPeriods(endReplaced(draft), renewalGraceHours);
  const { renewal, holdId } = command;
  const more = { ...(renewal === undefined ? {} : { renewal }), ...(holdId === undefined ? {} : { holdId }) };
  draft = tellGranted(draft, terms.lotId, more);
  draft = applyEarly(draft, terms.lotId);
  return changed(draft, lotOf(draft.account, terms.lotId));
}

/** Refunds and disputes that were told before the payment they are of. */
function applyEarly(draft: Draft, lotId: string): Draft {
  const notes = draft.account.early.find((early) => early.lotId === lotId);
  if (notes === undefined) return draft;
  const early = draft.account.early.filter((other) => other !== notes);
  const lots = draft.account.lots.map((lot) =>
    lot.lotId === lotId ? { ...lot, refunds: notes.refunds, disputes: notes.disputes } : lot,
  );
  return applyDisputes(
    settleRefunds(change(draft, { early, lots }), lotId, { refundId: 'early', cause: 'refund', reason: '' }),
    lotId,
  );
}

function termsOf(command: GrantCommand, now: Date): LotTerms {
  const { period, paidAt, paidMinor, credits, durationMinutes, rollover, expiresAfterDays } = command;
  const promotional = paidMinor === 0;
  const dormant = command.activates === 'first_booking' && period === undefined;
  const days = dormant ? LATEST_START_DAYS : expiresAfterDays;
  return {
    lotId: command.lotId,
    transactionId: command.transactionId,
    packageId: command.packageId,
    packageName: command.packageName,
    source: period ? 'subscription' : promotional ? 'claim' : 'purchase',
    credits,
    promotional,
    paidMinor,
    unitPriceMinor: credits === 0 ? 0 : Math.floor(paidMinor / credits),
    currency: command.currency,
    sessionTypes: command.sessionTypes,
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    chargeByDuration: command.chargeByDuration,
    expiryBasis: command.expiryBasis,
    unlimited: command.unlimited,
    priority: command.priority,
    purchaseDate: paidAt,
    // Stripe's clock may be ahead of ours by a moment: what is paid can be spent.
    effectiveAt: period?.start ?? (paidAt < now ? paidAt : now),
    expiryDate: period?.end ?? expiryOf(paidAt, days),
    ...(dormant ? { activation: { days: expiresAfterDays } } : {}),
    ...(period ? { subscriptionId: period.subscriptionId } : {}),
    ...(period && rollover ? { rollover } : {}),
    termsVersion: command.termsVersion,
  };
}

/** Purchase + n × 24 h: a day here is never 23 or 25 hours. */
function expiryOf(paidAt: Date, days: number): Date {
  return days >= NEVER_DAYS ? NEVER : new Date(paidAt.getTime() + days * DAY_MS);
}

function matches(lot: Lot, command: GrantCommand): boolean {
  return lot.packageId === command.packageId && lot.credits === command.credits && lot.paidMinor === command.paidMinor;
}
