import type { Earning, EarningTerms } from './earnings.ts';
import type { SessionType } from './session-types.ts';

export type Actor = 'client' | 'consultant' | 'admin' | 'system';
export type CreditEffect = 'return' | 'use';
export type PaymentMethod = 'credits' | 'unlimited' | 'free_trial';
type OverallStatus = 'successful' | 'partially_successful' | 'unsuccessful';

/** Where a consultation stands; what only one state has is only there. */
export type Status =
  | { current: 'scheduled' | 'confirmed' | 'in_progress' }
  // Absent: used, as the credit of a session that took place is.
  | { current: 'completed'; autoClosed: boolean; creditEffect?: CreditEffect | undefined }
  | { current: 'cancelled'; reason: string; creditEffect: CreditEffect }
  | {
      current: 'no_show';
      who: 'client' | 'consultant';
      reason: string;
      creditEffect: CreditEffect;
      /** The marked side says otherwise; stays when it has been resolved. */
      disputed?: { by: Actor; at: Date; reason: string } | undefined;
    };
export type State = Status['current'];
export const STATES = ['scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'] as const;

export interface Meeting {
  kind: 'video' | 'phone' | 'in_person';
  url?: string;
  location?: string;
}
export interface Details {
  title: string;
  description: string;
  type: SessionType;
  objectives: string[];
  agenda: string[];
}
export interface Outcomes {
  summary: string;
  overallStatus: OverallStatus;
  metrics: { goalsAchieved: number; issuesResolved: number };
  nextSteps: string[];
}
export interface Deliverable {
  deliverableId: string;
  title: string;
  description?: string | undefined;
  /** Absent while it is still to come. */
  fileUrl?: string | undefined;
  deliveredDate?: Date | undefined;
  dueDate?: Date | undefined;
  acknowledgedAt?: Date | undefined;
  status: 'pending' | 'delivered' | 'acknowledged';
}
export interface ClientFeedback {
  rating: number;
  comments: string;
  at: Date;
}
export interface ConsultantFeedback {
  clientEngagement: 'highly_engaged' | 'engaged' | 'neutral' | 'disengaged';
  notes: string;
  at: Date;
}
export interface Billing {
  method: PaymentMethod;
  credits: number;
  lotId: string;
  transactionId: string;
  unitPriceMinor: number;
  currency: string;
}
/** The rules accepted with the booking; later edits of the tenant's policies do not touch it. */
export interface Terms {
  policyVersion: number;
  confirmationRequired: boolean;
  confirmationDeadlineHours: number;
  /** Before the start; for a client's cancellation and reschedule. 0: until the start. */
  cancellationCutoffHours: number;
  /** How often the client may move the session. */
  maximumReschedules: number;
  /** Of the consultant's full earning, for a session that the client cancels after the cut-off. */
  lateCancelEarningPercent: number;
  /** Absent in bookings that are older than earnings. */
  earning?: EarningTerms | undefined;
}
/** An admin's word on a session that is over: a dispute settled, or what happened overridden. The last one counts. */
export interface Resolution {
  credit: CreditEffect;
  /** Of the full earning. */
  earningPercent: number;
  reason: string;
  /** The admin's user id. */
  by: string;
  at: Date;
  /** A credit that was used goes back by this decision. */
  reversesUse: boolean;
}
export interface HistoryEntry {
  at: Date;
  move: string;
  from: string;
  to: string;
  actor: Actor;
  reason: string;
  requestId?: string | undefined;
  /** Of the consultation after it; absent in entries that are older than trails. */
  version?: number | undefined;
  /** Of a reschedule: what the session was moved from. */
  previous?: { revision: number; scheduledStart: Date; scheduledEnd: Date } | undefined;
}

/** One session between a client and a consultant, from booking to feedback. */
export interface Consultation {
  /** The internal id, bookingId in events and in credits. */
  _id: string;
  tenantId: string;
  consultationId: string;
  clientId: string;
  consultantId: string;
  version: number;
  /** Grows with each reschedule; each has a reservation of its own in credits. */
  revision: number;
  /** Revisions up to this one that do not stand by now never will. */
  fencedRevision?: number | undefined;
  details: Details;
  scheduledStart: Date;
  scheduledEnd: Date;
  timezone: string;
  actualStart?: Date | undefined;
  actualEnd?: Date | undefined;
  status: Status;
  meeting: Meeting;
  billing: Billing;
  terms: Terms;
  outcomes?: Outcomes | undefined;
  deliverables: Deliverable[];
  feedback: { client?: ClientFeedback | undefined; consultant?: ConsultantFeedback | undefined };
  history: HistoryEntry[];
  resolution?: Resolution | undefined;
  earnings?: Earning[] | undefined;
  /** Business time of the next move nobody has to ask for; absent once there is none. */
  dueAt?: Date | undefined;
  createdAt: Date;
}

/** True unless cancelled or no-show: the session occupies, or occupied, its time. */
export function isActive(status: Status): boolean {
  return status.current !== 'cancelled' && status.current !== 'no_show';
}

/** The revision under which the next reservation is made: above all that stood, and all that were given up. */
export function nextRevision({
  revision,
  fencedRevision = 0,
}: Pick<Consultation, 'revision' | 'fencedRevision'>): number {
  return Math.max(revision, fencedRevision) + 1;
}

/** Whether this revision stands now, or stood once and was moved on from. */
export function hasStood({ revision, history }: Pick<Consultation, 'revision' | 'history'>, asked: number): boolean {
  return revision === asked || history.some(({ previous }) => previous?.revision === asked);
}

/** Whole minutes between two instants, rounded. */
export function minutesBetween(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / 60_000);
}
