import { type Account, type Chain, clientTypeOf } from './account.ts';
import {
  activeUntil,
  alive,
  burnOrder,
  costOf,
  covers,
  isDormant,
  isFrozen,
  type Lot,
  liveUntil,
  spendable,
  spendableFor,
} from './lot.ts';

/** Minutes of a session whose end nobody gave, where the paying lot has no opinion. */
const DEFAULT_SESSION_MINUTES = 60;
const TRIAL_MINUTES = 15;

export interface Session {
  sessionType: string;
  /** Absent: the paying lot decides, else an hour. */
  durationMinutes?: number;
  scheduledStart: Date;
  /** true: only the trial pays; false: never; absent: when no lot can, and the session is short enough. */
  useFreeTrial?: boolean;
}

type Why =
  | 'no_credits'
  | 'type_not_covered'
  | 'too_long'
  | 'not_enough_in_one_lot'
  | 'expires_before_session'
  | 'account_frozen'
  | 'no_free_trial'
  | 'trial_used'
  | 'trial_expired'
  | 'not_a_new_client'
  | 'trial_too_long';

/** What a lot asks for a session: `takesOver` of the credits are those that the session has set aside in this lot already. */
export interface Offer {
  lot: Lot;
  credits: number;
  takesOver: number;
  minutes: number;
  /** What the lot has left for others afterwards. */
  remainingAfter: number;
}

export type Payer =
  | ({ by: 'lot' } & Offer)
  | { by: 'free_trial'; minutes: number; takesOver: boolean }
  | { by: 'nobody'; why: Why[] };

/** Every lot that could pay, in the order in which they would be asked, and who does. */
export interface Quote {
  offers: Offer[];
  payer: Payer;
}

/**
 * The one function that decides and quotes who pays for a session at `now`: the first lot in burn-down order that can pay all
 * of it, else the trial, else why nobody can. A session that is moved stays, where it can, with what pays for it already:
 * `predecessor` is the chain it has.
 */
export function quoteSession(account: Account, session: Session, now: Date, predecessor?: Chain): Quote {
  if (predecessor?.payment.method === 'free_trial' && session.useFreeTrial !== false) {
    const minutes = session.durationMinutes ?? TRIAL_MINUTES;
    if (minutes <= TRIAL_MINUTES) return { offers: [], payer: { by: 'free_trial', minutes, takesOver: true } };
  }
  if (session.useFreeTrial === true)
    return { offers: [], payer: trialPayer(account, session.durationMinutes ?? TRIAL_MINUTES, now) };
  const why = new Set<Why>();
  const offers: Offer[] = [];
  for (const lot of inOrder(account, predecessor)) {
    const minutes = session.durationMinutes ?? lot.durationMinutes ?? DEFAULT_SESSION_MINUTES;
    const offer = offerOf(lot, { ...session, minutes }, now, predecessor);
    if (typeof offer === 'object') offers.push(offer);
    else if (offer !== 'gone') why.add(offer);
  }
  const [first] = offers;
  if (first !== undefined) return { offers, payer: { by: 'lot', ...first } };
  if (why.size === 0) why.add('no_credits');
  const minutes = session.durationMinutes ?? DEFAULT_SESSION_MINUTES;
  if (session.useFreeTrial === false || minutes > TRIAL_MINUTES)
    return { offers, payer: { by: 'nobody', why: [...why] } };
  const trial = trialPayer(account, minutes, now);
  return { offers, payer: trial.by === 'nobody' ? { by: 'nobody', why: [...why, ...trial.why] } : trial };
}

/** Σ of what can be spent now. */
export function availableCredits(account: Account, now: Date): number {
  return account.lots.reduce((sum, lot) => sum + spendable(lot, now), 0);
}

function inOrder(account: Account, predecessor: Chain | undefined): Lot[] {
  const own = predecessor?.payment.method === 'free_trial' ? undefined : predecessor?.payment.lotId;
  return [...account.lots].sort((a, b) => Number(b.lotId === own) - Number(a.lotId === own) || burnOrder(a, b));
}

/** What the lot asks for the session, or why it cannot pay; `gone`: it has nothing to spend at all. */
function offerOf(
  lot: Lot,
  session: Session & { minutes: number },
  now: Date,
  predecessor: Chain | undefined,
): Offer | Why | 'gone' {
  const set = predecessor === undefined ? 0 : setAsideIn(predecessor, lot);
  const own = predecessor === undefined || !livesUntil(predecessor, lot, session.scheduledStart, now) ? 0 : set;
  if (own === 0 && isFrozen(lot) && lot.remaining > 0) return 'account_frozen';
  if (own === 0 && spendable(lot, now) === 0) return set > 0 ? 'expires_before_session' : 'gone';
  if (!covers(lot, session.sessionType)) return 'type_not_covered';
  const credits = costOf(lot, session.minutes);
  if (credits === undefined) return 'too_long';
  const takesOver = Math.min(own, credits);
  const missing = credits - takesOver;
  const remainingAfter = alive(lot, now) - missing;
  if (missing === 0 || spendableFor(lot, now, session.scheduledStart) >= missing)
    return { lot, credits, takesOver, minutes: session.minutes, remainingAfter };
  return spendable(lot, now) + set - own >= missing ? 'expires_before_session' : 'not_enough_in_one_lot';
}

/** Credits of this lot that the session has set aside already. */
function setAsideIn({ payment }: Chain, lot: Lot): number {
  return payment.method === 'free_trial' || payment.lotId !== lot.lotId ? 0 : payment.credits;
}

/** A held credit does not expire under its booking; but under `session_at` it must live until a new start. */
function livesUntil({ payment }: Chain, lot: Lot, start: Date, now: Date): boolean {
  if (lot.expiryBasis === 'booked_at') return true;
  const end = isDormant(lot) ? activeUntil(lot, now) : liveUntil(lot);
  const graceUntil = payment.method === 'free_trial' ? undefined : payment.graceUntil;
  return start < end || (graceUntil !== undefined && start < graceUntil);
}

function trialPayer(account: Account, minutes: number, now: Date): Payer {
  const why = trialRefusal(account, minutes, now);
  return why === undefined ? { by: 'free_trial', minutes, takesOver: false } : { by: 'nobody', why: [why] };
}

function trialRefusal(account: Account, minutes: number, now: Date): Why | undefined {
  const { freeTrial: trial } = account;
  switch (trial.state) {
    case 'unknown':
      return 'no_free_trial';
    case 'used':
      return 'trial_used';
    case 'eligible':
      if (now >= trial.expiresAt) return 'trial_expired';
      if (clientTypeOf(account) !== 'new') return 'not_a_new_client';
      return minutes > TRIAL_MINUTES ? 'trial_too_long' : undefined;
  }
}
