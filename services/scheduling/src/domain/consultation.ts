import type { SessionType } from './session-types.ts';

export type Actor = 'client' | 'consultant' | 'admin' | 'system';
export type CreditEffect = 'return' | 'use';
export type PaymentMethod = 'credits' | 'unlimited' | 'free_trial';
type OverallStatus = 'successful' | 'partially_successful' | 'unsuccessful';

/** Where a consultation stands; what only one state has is only there. */
export type Status =
  | { current: 'scheduled' | 'confirmed' | 'in_progress' }
  | { current: 'completed'; autoClosed: boolean }
  | { current: 'cancelled'; reason: string; creditEffect: CreditEffect }
  | { current: 'no_show'; who: 'client' | 'consultant'; reason: string; creditEffect: CreditEffect };
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
  description?: string;
  fileUrl: string;
  deliveredDate: Date;
  status: 'delivered';
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
interface Terms {
  policyVersion: number;
  confirmationRequired: boolean;
  confirmationDeadlineHours: number;
  cancellationCutoffHours: number;
}
export interface HistoryEntry {
  at: Date;
  move: string;
  from: string;
  to: string;
  actor: Actor;
  reason: string;
  requestId?: string | undefined;
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
  /** Grows with each reschedule. */
  revision: number;
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
  /** Business time of the next move nobody has to ask for; absent once there is none. */
  dueAt?: Date | undefined;
  createdAt: Date;
}

/** True unless cancelled or no-show: the session occupies, or occupied, its time. */
export function isActive(status: Status): boolean {
  return status.current !== 'cancelled' && status.current !== 'no_show';
}

/** Whole minutes between two instants, rounded. */
export function minutesBetween(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / 60_000);
}
