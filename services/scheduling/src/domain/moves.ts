import type {
  Actor,
  ClientFeedback,
  Consultation,
  ConsultantFeedback,
  CreditEffect,
  Deliverable,
  Outcomes,
  State,
} from './consultation.ts';

/** Everything that can happen to a consultation after it was booked, with what the caller brings. */
export type Move =
  | { kind: 'confirm'; reason: string }
  | { kind: 'decline'; reason: string }
  | { kind: 'start'; reason: string }
  | { kind: 'complete'; outcomes: Outcomes; deliverables: Deliverable[] }
  | { kind: 'cancel'; reason: string }
  | { kind: 'reschedule'; scheduledStart: Date; scheduledEnd: Date; reason: string }
  | { kind: 'no-show'; who: 'client' | 'consultant'; reason: string }
  | { kind: 'dispute-no-show'; reason: string }
  | { kind: 'resolve'; credit: CreditEffect; earningPercent: number; reason: string; by: string }
  | { kind: 'client-feedback'; feedback: Omit<ClientFeedback, 'at'> }
  | { kind: 'consultant-feedback'; feedback: Omit<ConsultantFeedback, 'at'> }
  | { kind: 'expire' }
  | { kind: 'close' };
export type MoveKind = Move['kind'];
export type WhyNotMovable = 'cutoff_passed' | 'no_reschedules_left';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START_EARLY_MS = 15 * MINUTE_MS;
const NO_SHOW_AFTER_MS = 10 * MINUTE_MS;
const AUTO_CLOSE_AFTER_MS = 72 * HOUR_MS;
const DISPUTE_OPEN_MS = 48 * HOUR_MS;
const FEEDBACK_OPEN_MS = 14 * 24 * HOUR_MS;

interface Rule {
  actors: readonly Actor[];
  from: readonly State[];
  /** What else must hold now. */
  when: (consultation: Consultation, now: Date, actor: Actor) => boolean;
}

const OPEN: readonly State[] = ['scheduled', 'confirmed'];
const STAFF: readonly Actor[] = ['consultant', 'admin'];

/** The whole life cycle: a move that is not here does not exist. */
export const RULES: Readonly<Record<MoveKind, Rule>> = {
  confirm: { actors: STAFF, from: ['scheduled'], when: (c, now) => now < c.scheduledEnd },
  decline: { actors: STAFF, from: ['scheduled'], when: (c, now) => now < c.scheduledEnd },
  start: {
    actors: STAFF,
    from: OPEN,
    when: (c, now) =>
      now.getTime() >= c.scheduledStart.getTime() - START_EARLY_MS &&
      now < c.scheduledEnd &&
      !(c.status.current === 'scheduled' && c.terms.confirmationRequired),
  },
  complete: {
    actors: STAFF,
    from: [...OPEN, 'in_progress'],
    when: (c, now) => c.status.current === 'in_progress' || (now >= c.scheduledEnd && now < closesAt(c)),
  },
  // Staff may cancel until the session is in progress, its client only before it was to begin.
  cancel: {
    actors: [...STAFF, 'client'],
    from: OPEN,
    when: (c, now, actor) => actor !== 'client' || now < c.scheduledStart,
  },
  // The same; a client besides only before the accepted cut-off, and so many times.
  reschedule: {
    actors: [...STAFF, 'client'],
    from: OPEN,
    when: (c, now, actor) => actor !== 'client' || whyNotMovable(c, now) === undefined,
  },
  // A client marks a consultant who did not come; see `decide` for who may be marked by whom.
  'no-show': {
    actors: [...STAFF, 'client'],
    from: OPEN,
    when: (c, now) => now.getTime() >= c.scheduledStart.getTime() + NO_SHOW_AFTER_MS,
  },
  // Only who is said not to have come can dispute it, once, and not what an admin has settled.
  'dispute-no-show': {
    actors: ['client', 'consultant'],
    from: ['no_show'],
    when: (c, now, actor) =>
      c.status.current === 'no_show' &&
      c.status.who === actor &&
      c.status.disputed === undefined &&
      c.resolution === undefined &&
      now < disputableUntil(c),
  },
  resolve: { actors: ['admin'], from: ['completed', 'cancelled', 'no_show'], when: () => true },
  'client-feedback': { actors: ['client'], from: ['completed'], when: (c, now) => now < feedbackUntil(c) },
  'consultant-feedback': { actors: ['consultant'], from: ['completed'], when: (c, now) => now < feedbackUntil(c) },
  expire: {
    actors: ['system'],
    from: ['scheduled'],
    when: (c, now) => c.terms.confirmationRequired && now >= confirmBy(c),
  },
  close: { actors: ['system'], from: [...OPEN, 'in_progress'], when: (c, now) => now >= closesAt(c) },
};

/** When a session that nobody closed is completed by itself. */
function closesAt(consultation: Consultation): Date {
  return new Date(consultation.scheduledEnd.getTime() + AUTO_CLOSE_AFTER_MS);
}

/** Until when a client's cancellation gives the credit back and a client may reschedule, by the accepted terms. */
export function cutoffAt({ scheduledStart, terms }: Consultation): Date {
  return new Date(scheduledStart.getTime() - terms.cancellationCutoffHours * HOUR_MS);
}

/** How often the client may still move the session. */
export function reschedulesLeft({ history, terms }: Consultation): number {
  const used = history.filter(({ move, actor }) => move === 'reschedule' && actor === 'client').length;
  return Math.max(0, terms.maximumReschedules - used);
}

/** Which of the accepted terms keeps a client from moving the session now, if any. */
export function whyNotMovable(consultation: Consultation, now: Date): WhyNotMovable | undefined {
  if (now >= cutoffAt(consultation)) return 'cutoff_passed';
  return reschedulesLeft(consultation) === 0 ? 'no_reschedules_left' : undefined;
}

/**
 * Until when a session must be confirmed where its terms ask for it; at the latest when it begins. A client who moves it asks
 * anew.
 */
function confirmBy(consultation: Consultation): Date {
  const asked = consultation.history.findLast(({ move, actor }) => move === 'reschedule' && actor === 'client');
  const from = asked?.at ?? consultation.createdAt;
  const deadline = from.getTime() + consultation.terms.confirmationDeadlineHours * HOUR_MS;
  return new Date(Math.min(deadline, consultation.scheduledStart.getTime()));
}

/** Until when a no-show can be disputed: 48 h from when it was marked. */
function disputableUntil(consultation: Consultation): Date {
  const marked = consultation.history.findLast(({ move }) => move === 'no-show');
  return new Date((marked?.at ?? consultation.scheduledEnd).getTime() + DISPUTE_OPEN_MS);
}

/** Until when feedback on a completed session can be given or replaced. */
function feedbackUntil(consultation: Consultation): Date {
  const end = consultation.actualEnd ?? consultation.scheduledEnd;
  return new Date(end.getTime() + FEEDBACK_OPEN_MS);
}

/** Business time of the next move the system makes by itself, or undefined when there is none left. */
export function dueAt(consultation: Consultation): Date | undefined {
  const { status, terms } = consultation;
  if (status.current === 'scheduled' && terms.confirmationRequired) return confirmBy(consultation);
  return RULES.close.from.includes(status.current) ? closesAt(consultation) : undefined;
}

/** Whether this actor may make this move now. */
export function mayMove(consultation: Consultation, kind: MoveKind, actor: Actor, now: Date): boolean {
  const rule = RULES[kind];
  return (
    rule.actors.includes(actor) &&
    rule.from.includes(consultation.status.current) &&
    rule.when(consultation, now, actor)
  );
}

/** The moves this actor could make now, for the refusal of another. */
export function allowedMoves(consultation: Consultation, actor: Actor, now: Date): MoveKind[] {
  return KINDS.filter((kind) => mayMove(consultation, kind, actor, now));
}

const KINDS: readonly MoveKind[] = [
  'confirm',
  'decline',
  'start',
  'complete',
  'cancel',
  'reschedule',
  'no-show',
  'dispute-no-show',
  'resolve',
  'client-feedback',
  'consultant-feedback',
];
