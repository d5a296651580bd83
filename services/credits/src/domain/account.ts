import type { DisputeNote, Lot, RefundNote } from './lot.ts';

/** A session's credit on its way: `reserved` must be confirmed by its deadline (technical time), `held` has none. */
type ChainState = { state: 'reserved'; deadline: Date } | { state: 'held' };
export type Payment =
  | {
      method: 'credits' | 'unlimited';
      lotId: string;
      credits: number;
      /** The credit lives on borrowed time since an earlier return: it gets no second grace. */
      graceUntil?: Date;
    }
  | { method: 'free_trial' };

/** An open movement chain; closed ones live in the ledger only. */
export type Chain = ChainState & {
  bookingId: string;
  revision: number;
  payment: Payment;
  /** What was asked for, to tell a second arrival from another command under the same id. */
  fingerprint: string;
  /** What the first answer said was left. */
  availableAfter: number;
  reservedAt: Date;
  sessionStart: Date;
  /** Of a reschedule that does not stand yet: the revision it replaces, and how many of its credits it goes on with. */
  takesOver?: { revision: number; credits: number };
};

/** One 15-minute session for ever. `usedAt` is the start of the session it pays. */
type FreeTrial =
  | { state: 'unknown' }
  | { state: 'eligible'; expiresAt: Date }
  | { state: 'used'; expiresAt: Date; usedAt: Date; bookingId: string };

export interface Lifetime {
  totalConsultations: number;
  /** Credits of paid lots. */
  creditsPurchased: number;
  /** Credits used for good; reserved and held ones may still come back. */
  creditsUsed: number;
}

/** What is known of a subscription: a cancelled one has no renewal to wait for. */
export interface SubscriptionNote {
  subscriptionId: string;
  /** Of the newest word; 0: none yet. */
  version: number;
  cancelled: boolean;
  /** Start of the newest period that was granted. */
  latestStart?: Date;
  /** The lot that began a changed plan, and when: those before it are replaced. */
  replaced?: { by: string; at: Date };
}

/** What was told of a lot before its grant arrived. */
export interface EarlyNotes {
  lotId: string;
  refunds: RefundNote[];
  disputes: DisputeNote[];
}

/** Everything that decides about a client's credits: one document, one version. */
export interface Account {
  _id: string;
  tenantId: string;
  clientId: string;
  /** 0: not stored yet. */
  version: number;
  lots: Lot[];
  /** Open chains by `bookingId:revision`. */
  bookings: Record<string, Chain>;
  freeTrial: FreeTrial;
  lifetime: Lifetime;
  subscriptions: SubscriptionNote[];
  early: EarlyNotes[];
  /** Movements there have been: the order of the ledger. */
  sequence: number;
  /** Business time of the next lapse or warning; absent: none. */
  dueAt?: Date;
  /** Technical time of the earliest reservation deadline; absent: none. */
  fenceAt?: Date;
}

/** The account of a client nobody has heard of. */
export function emptyAccount(identity: { _id: string; tenantId: string; clientId: string }): Account {
  return {
    ...identity,
    version: 0,
    lots: [],
    bookings: {},
    freeTrial: { state: 'unknown' },
    lifetime: { totalConsultations: 0, creditsPurchased: 0, creditsUsed: 0 },
    subscriptions: [],
    early: [],
    sequence: 0,
  };
}

/** `new`: no paid purchase and no past consultation. */
export function clientTypeOf(account: Account): 'new' | 'returning' {
  const { creditsPurchased, totalConsultations } = account.lifetime;
  return creditsPurchased > 0 || totalConsultations > 0 ? 'returning' : 'new';
}

/** Key of a chain within its account, and the first part of its movement ids. */
export function chainKey(booking: { bookingId: string; revision: number }): string {
  return `${booking.bookingId}:${booking.revision}`;
}
