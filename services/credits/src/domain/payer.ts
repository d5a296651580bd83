import { type Account, clientTypeOf } from './account.ts';
import { burnOrder, costOf, covers, type Lot, spendable, spendableFor } from './lot.ts';

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

export type Payer =
  | { by: 'lot'; lot: Lot; credits: number; minutes: number }
  | { by: 'free_trial'; minutes: number }
  | { by: 'nobody'; why: Why[] };

/** Who pays for a session booked now: the first lot in burn-down order that can pay all of it, else the trial, else why nobody can. */
export function choosePayer(account: Account, session: Session, now: Date): Payer {
  if (session.useFreeTrial === true) return trialPayer(account, session.durationMinutes ?? TRIAL_MINUTES, now);
  const why = new Set<Why>();
  for (const lot of [...account.lots].sort(burnOrder)) {
    const minutes = session.durationMinutes ?? lot.durationMinutes ?? DEFAULT_SESSION_MINUTES;
    const offer = offerOf(lot, { ...session, minutes }, now);
    if (typeof offer === 'number') return { by: 'lot', lot, credits: offer, minutes };
    if (offer !== 'gone') why.add(offer);
  }
  if (why.size === 0) why.add('no_credits');
  const minutes = session.durationMinutes ?? DEFAULT_SESSION_MINUTES;
  if (session.useFreeTrial === false || minutes > TRIAL_MINUTES) return { by: 'nobody', why: [...why] };
  const trial = trialPayer(account, minutes, now);
  return trial.by === 'nobody' ? { by: 'nobody', why: [...why, ...trial.why] } : trial;
}

/** What the lot asks for the session, or why it cannot pay; `gone`: it has nothing to spend at all. */
function offerOf(lot: Lot, session: Session & { minutes: number }, now: Date): number | Why | 'gone' {
  if (lot.frozen && lot.remaining > 0) return 'account_frozen';
  if (spendable(lot, now) === 0) return 'gone';
  if (!covers(lot, session.sessionType)) return 'type_not_covered';
  const credits = costOf(lot, session.minutes);
  if (credits === undefined) return 'too_long';
  const left = spendableFor(lot, now, session.scheduledStart);
  if (left >= credits) return credits;
  return spendable(lot, now) >= credits ? 'expires_before_session' : 'not_enough_in_one_lot';
}

function trialPayer(account: Account, minutes: number, now: Date): Payer {
  const why = trialRefusal(account, minutes, now);
  return why === undefined ? { by: 'free_trial', minutes } : { by: 'nobody', why: [why] };
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

/** Σ of what can be spent now. */
export function availableCredits(account: Account, now: Date): number {
  return account.lots.reduce((sum, lot) => sum + spendable(lot, now), 0);
}
