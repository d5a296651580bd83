import type {
  Actor,
  ClientFeedback,
  Consultation,
  ConsultantFeedback,
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
  | { kind: 'no-show'; who: 'client' | 'consultant'; reason: string }
  | { kind: 'client-feedback'; feedback: Omit<ClientFeedback, 'at'> }
  | { kind: 'consultant-feedback'; feedback: Omit<ConsultantFeedback, 'at'> }
  | { kind: 'expire' }
  | { kind: 'close' };
export type MoveKind = Move['kind'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START_EARLY_MS = 15 * MINUTE_MS;
const NO_SHOW_AFTER_MS = 10 * MINUTE_MS;
const AUTO_CLOSE_AFTER_MS = 72 * HOUR_MS;
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
  'no-show': {
    actors: STAFF,
    from: OPEN,
    when: (c, now) => now.getTime() >= c.scheduledStart.getTime() + NO_SHOW_AFTER_MS,
  },
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

/** Until when a session must be confirmed where its terms ask for it; at the latest when it begins. */
function confirmBy(consultation: Consultation): Date {
  const deadline = consultation.createdAt.getTime() + consultation.terms.confirmationDeadlineHours * HOUR_MS;
  return new Date(Math.min(deadline, consultation.scheduledStart.getTime()));
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
  'no-show',
  'client-feedback',
  'consultant-feedback',
];
