import {
  type Consultation,
  type Deliverable,
  isActive,
  minutesBetween,
  type Resolution,
  type Status,
} from '../domain/consultation.ts';
import type { Names } from '../operations/names.ts';
import type { AnswerOf } from './types.ts';

type View = AnswerOf<'getConsultation'>;

/** A consultation in its public shape. The client's name and the consultant's private feedback are for staff only. */
export function consultationAnswer(consultation: Consultation, names: Names, asStaff: boolean): View {
  const { consultationId, tenantId, consultantId, clientId, details, outcomes, meeting, feedback } = consultation;
  return {
    consultationId,
    tenantId,
    consultantId,
    clientId,
    details,
    meeting,
    consultant: { consultantId, name: names.consultants.get(consultantId) ?? '' },
    ...(asStaff ? { client: { clientId, name: names.clients.get(clientId) ?? '' } } : {}),
    schedule: scheduleView(consultation),
    ...(outcomes === undefined ? {} : { outcomes }),
    deliverables: consultation.deliverables.map(deliverableAnswer),
    feedback: {
      ...(feedback.client === undefined ? {} : { client: stamped(feedback.client) }),
      ...(asStaff && feedback.consultant !== undefined ? { consultant: stamped(feedback.consultant) } : {}),
    },
    status: statusView(consultation.status),
    ...(consultation.resolution === undefined
      ? {}
      : { resolution: resolutionAnswer(consultation.resolution, asStaff) }),
    billing: billingView(consultation),
    history: consultation.history.map(({ at, move, from, to, actor, reason, previous }) => ({
      at: at.toISOString(),
      move,
      from,
      to,
      actor,
      reason,
      ...(previous === undefined
        ? {}
        : { previousStart: previous.scheduledStart.toISOString(), previousEnd: previous.scheduledEnd.toISOString() }),
    })),
    version: consultation.version,
    createdAt: consultation.createdAt.toISOString(),
  };
}

function scheduleView(consultation: Consultation): NonNullable<View['schedule']> {
  const { scheduledStart, scheduledEnd, actualStart, actualEnd, timezone } = consultation;
  const ended = actualStart !== undefined && actualEnd !== undefined;
  return {
    scheduledStart: scheduledStart.toISOString(),
    scheduledEnd: scheduledEnd.toISOString(),
    duration: {
      scheduled: minutesBetween(scheduledStart, scheduledEnd),
      ...(ended ? { actual: minutesBetween(actualStart, actualEnd) } : {}),
    },
    timezone,
    ...(actualStart === undefined ? {} : { actualStart: actualStart.toISOString() }),
    ...(actualEnd === undefined ? {} : { actualEnd: actualEnd.toISOString() }),
  };
}

/** A deliverable in its public shape. */
export function deliverableAnswer(deliverable: Deliverable): AnswerOf<'addDeliverable'> {
  const { deliverableId, title, status, description, fileUrl, deliveredDate, dueDate, acknowledgedAt } = deliverable;
  return {
    deliverableId,
    title,
    status,
    ...(description === undefined ? {} : { description }),
    ...(fileUrl === undefined ? {} : { fileUrl }),
    ...(deliveredDate === undefined ? {} : { deliveredDate: deliveredDate.toISOString() }),
    ...(dueDate === undefined ? {} : { dueDate: dueDate.toISOString() }),
    ...(acknowledgedAt === undefined ? {} : { acknowledgedAt: acknowledgedAt.toISOString() }),
  };
}

/** An admin's word; who said it and what the consultant earns is for staff. */
export function resolutionAnswer(
  { credit, reason, at, earningPercent, by }: Resolution,
  asStaff: boolean,
): NonNullable<View['resolution']> {
  return { credit, reason, at: at.toISOString(), ...(asStaff ? { earningPercent, by } : {}) };
}

function statusView(status: Status): NonNullable<View['status']> {
  const base = { current: status.current, isActive: isActive(status), autoClosed: false };
  switch (status.current) {
    case 'scheduled':
    case 'confirmed':
    case 'in_progress':
      return base;
    case 'completed':
      return { ...base, autoClosed: status.autoClosed };
    case 'cancelled':
      return { ...base, reason: status.reason };
    case 'no_show':
      return { ...base, reason: status.reason, noShowBy: status.who, ...disputeView(status) };
  }
}

/** For both sides: nobody is judged behind their back. */
function disputeView({ disputed }: Extract<Status, { current: 'no_show' }>) {
  return disputed === undefined ? {} : { disputed: stamped(disputed) };
}

/** Who paid, and how. */
export function billingView({ billing }: Pick<Consultation, 'billing'>): NonNullable<View['billing']> {
  const usedFreeTrial = billing.method === 'free_trial';
  return { ...billing, billable: !usedFreeTrial, usedFreeTrial };
}

function stamped<T extends { at: Date }>(feedback: T): Omit<T, 'at'> & { at: string } {
  return { ...feedback, at: feedback.at.toISOString() };
}
