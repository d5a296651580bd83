/** Where the credits of a lot are. At all times `added` is the sum of the others. */
export interface Counters {
  added: number;
  remaining: number;
  reserved: number;
  held: number;
  used: number;
  expired: number;
  revoked: number;
}

/** What was sold; never changes. */
export interface LotTerms {
  readonly lotId: string;
  /** The purchase that paid; empty: given by hand. */
  readonly transactionId: string;
  readonly packageId: string;
  readonly packageName: string;
  readonly source: 'purchase' | 'subscription' | 'claim' | 'rollover' | 'manual';
  /** As granted; `added` may have been adjusted since. */
  readonly credits: number;
  readonly promotional: boolean;
  readonly paidMinor: number;
  /** ⌊paid ÷ total⌋: for display and earnings, not for the books. */
  readonly unitPriceMinor: number;
  readonly currency: string;
  /** Empty: all. */
  readonly sessionTypes: readonly string[];
  /** Longest session one credit pays; with `chargeByDuration` the unit of charge. Absent: any length. */
  readonly durationMinutes?: number;
  readonly chargeByDuration: boolean;
  readonly expiryBasis: 'booked_at' | 'session_at';
  readonly unlimited: boolean;
  readonly priority: number;
  readonly purchaseDate: Date;
  readonly effectiveAt: Date;
  /** As granted; in a lot, where the last extension or the activation has put it. */
  readonly expiryDate: Date;
  /** The days count from the first booking that stands; until then `expiryDate` is the latest start. */
  readonly activation?: { readonly days: number };
  readonly subscriptionId?: string;
  /** What is unused at the period's end goes on into this many later periods, in all at most `max` credits. */
  readonly rollover?: { readonly max: number; readonly periods: number };
  readonly termsVersion: number;
}

/** Credits given back after their lot had expired, and how long they live. */
export interface GraceBatch {
  credits: number;
  until: Date;
}

/** A refund of the payment behind a lot; a failed one counts no more. */
export interface RefundNote {
  refundId: string;
  amountMinor: number;
  /** Quoted in full: it takes everything unused. */
  all: boolean;
  failed: boolean;
  /** What it took when it came: its first answer. */
  credits: number;
}

export interface DisputeNote {
  disputeId: string;
  state: 'open' | 'won' | 'lost';
}

/** One purchase or renewal. */
export type Lot = LotTerms &
  Counters & {
    /** A period lot stays spendable until here while its renewal is pending; absent: no grace, or void. */
    graceUntil?: Date;
    /** Given back after expiry; part of `remaining`. */
    returned: GraceBatch[];
    /** The fewest days before expiry a warning was given for. */
    warnedDays?: number;
    activated?: boolean;
    /** Part of `expired` that went on into a later period. */
    rolledOver?: number;
    /** Part of `revoked` that refunds took, and give back when they fail. */
    refunded?: number;
    refunds?: RefundNote[];
    /** An open or lost one freezes the lot. */
    disputes?: DisputeNote[];
  };

export type LotStatus = 'active' | 'used_up' | 'expired' | 'revoked' | 'frozen';

const DAY_MS = 24 * 3_600_000;
/** What never expires has this date. */
export const NEVER = new Date('9999-12-31T23:59:59Z');

/** The instant from which the credits of a lot are gone, but for those given back later. */
export function liveUntil(lot: Lot): Date {
  return lot.graceUntil !== undefined && lot.graceUntil > lot.expiryDate ? lot.graceUntil : lot.expiryDate;
}

/** An open dispute holds what is left back; a lost one keeps also what comes back later. */
export function isFrozen(lot: Lot): boolean {
  return lot.disputes?.some(({ state }) => state !== 'won') ?? false;
}

/** Credits that can be spent now: half-open, `expiryDate ≤ now` is gone. */
export function spendable(lot: Lot, now: Date): number {
  return isFrozen(lot) || lot.effectiveAt > now ? 0 : alive(lot, now);
}

/** Credits that can pay for a session at `start` when it is booked now; under `session_at` they must live until it begins. */
export function spendableFor(lot: Lot, now: Date, start: Date): number {
  if (lot.expiryBasis === 'booked_at' || start <= now) return spendable(lot, now);
  if (isDormant(lot)) return start < activeUntil(lot, now) ? spendable(lot, now) : 0;
  return Math.min(spendable(lot, now), alive(lot, start));
}

/** Its days have not begun to count. */
export function isDormant(lot: Lot): boolean {
  return lot.activation !== undefined && lot.activated !== true;
}

/** When a dormant lot ends if it begins at `start`: n × 24 h later. */
export function activeUntil(lot: Lot, start: Date): Date {
  return new Date(start.getTime() + (lot.activation?.days ?? 0) * DAY_MS);
}

/** Credits not past their end at `at`, whoever may spend them. */
export function alive(lot: Lot, at: Date): number {
  if (at < liveUntil(lot)) return lot.remaining;
  return lot.returned.filter((batch) => at < batch.until).reduce((sum, batch) => sum + batch.credits, 0);
}

export function covers(lot: Lot, sessionType: string): boolean {
  return lot.sessionTypes.length === 0 || lot.sessionTypes.includes(sessionType);
}

/** Credits a session of so many minutes costs from this lot, or undefined when it is too long for it. */
export function costOf(lot: Lot, minutes: number): number | undefined {
  if (lot.durationMinutes === undefined) return 1;
  if (lot.chargeByDuration) return Math.ceil(minutes / lot.durationMinutes);
  return minutes > lot.durationMinutes ? undefined : 1;
}

/** The total order in which lots are spent. */
export function burnOrder(a: Lot, b: Lot): number {
  return (
    Number(b.unlimited) - Number(a.unlimited) ||
    a.priority - b.priority ||
    a.expiryDate.getTime() - b.expiryDate.getTime() ||
    Number(b.promotional) - Number(a.promotional) ||
    a.effectiveAt.getTime() - b.effectiveAt.getTime() ||
    (a.lotId < b.lotId ? -1 : Number(a.lotId > b.lotId))
  );
}

export function statusOf(lot: Lot, now: Date): LotStatus {
  if (isFrozen(lot) && lot.remaining > 0) return 'frozen';
  if (alive(lot, now) > 0) return 'active';
  if (lot.remaining > 0 || lot.expired > 0) return 'expired';
  return lot.revoked > 0 ? 'revoked' : 'used_up';
}
