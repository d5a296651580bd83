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
  readonly transactionId: string;
  readonly packageId: string;
  readonly packageName: string;
  readonly source: 'purchase' | 'subscription' | 'claim';
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
  readonly expiryDate: Date;
  readonly subscriptionId?: string;
  readonly termsVersion: number;
}

/** Credits given back after their lot had expired, and how long they live. */
export interface GraceBatch {
  credits: number;
  until: Date;
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
    /** An open dispute: nothing is spent. */
    frozen: boolean;
  };

export type LotStatus = 'active' | 'used_up' | 'expired' | 'revoked' | 'frozen';

/** What never expires has this date. */
export const NEVER = new Date('9999-12-31T23:59:59Z');

/** The instant from which the credits of a lot are gone, but for those given back later. */
export function liveUntil(lot: Lot): Date {
  return lot.graceUntil !== undefined && lot.graceUntil > lot.expiryDate ? lot.graceUntil : lot.expiryDate;
}

/** Credits that can be spent now: half-open, `expiryDate ≤ now` is gone. */
export function spendable(lot: Lot, now: Date): number {
  return lot.frozen || lot.effectiveAt > now ? 0 : alive(lot, now);
}

/** Credits that can pay for a session at `start` when it is booked now; under `session_at` they must live until it begins. */
export function spendableFor(lot: Lot, now: Date, start: Date): number {
  if (lot.expiryBasis === 'booked_at' || start <= now) return spendable(lot, now);
  return Math.min(spendable(lot, now), alive(lot, start));
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
  if (lot.frozen) return 'frozen';
  if (alive(lot, now) > 0) return 'active';
  if (lot.remaining > 0 || lot.expired > 0) return 'expired';
  return lot.revoked > 0 ? 'revoked' : 'used_up';
}
