import type { Envelope } from '@consult/contracts/envelope';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationConfirmed,
  ConsultationNoShow,
  ConsultationRescheduled,
  ConsultationNoShowDisputed,
  ConsultationResolved,
  ConsultationScheduled,
  ConsultationStarted,
  FeedbackSubmitted,
} from '@consult/contracts/events/scheduling';
import { newEvent } from '@consult/messaging/event';
import { derivedId } from '@consult/runtime/ids';
import type { Actor, Consultation } from '../domain/consultation.ts';
import type { Happened } from '../domain/decide.ts';
import type { Move } from '../domain/moves.ts';

interface Told {
  consultation: Consultation;
  consultantName: string;
  /** Business time of the move. */
  now: Date;
}

/** The event of a booking: holds the credit, brings mails and invites to both. */
export function scheduledEvent(told: Told): Envelope {
  return newEvent(ConsultationScheduled, { ...head(told), data: facts(told) });
}

/** The event of a decided move. */
export function moveEvent(told: Told, happened: Happened, move: Move, actor: Actor): Envelope {
  const { consultation, now } = told;
  const { status } = consultation;
  const base = facts(told);
  switch (happened) {
    case 'confirmed':
      return newEvent(ConsultationConfirmed, {
        ...head(told),
        data: { ...base, by: actor, reason: 'reason' in move ? move.reason : '' },
      });
    case 'rescheduled':
      return rescheduledEvent(told, move, actor);
    case 'started':
      return newEvent(ConsultationStarted, { ...head(told), data: { ...base, actualStart: now.toISOString() } });
    case 'completed':
      return newEvent(ConsultationCompleted, { ...head(told), data: { ...base, ...completion(consultation) } });
    case 'cancelled': {
      const { reason, creditEffect } = ending(status);
      return newEvent(ConsultationCancelled, { ...head(told), data: { ...base, by: actor, reason, creditEffect } });
    }
    case 'no_show': {
      const { reason, creditEffect } = ending(status);
      const who = status.current === 'no_show' ? status.who : 'client';
      return newEvent(ConsultationNoShow, { ...head(told), data: { ...base, by: actor, reason, who, creditEffect } });
    }
    case 'disputed':
      return newEvent(ConsultationNoShowDisputed, { ...head(told), data: { ...base, ...dispute(status) } });
    case 'resolved':
      return newEvent(ConsultationResolved, { ...head(told), data: { ...base, ...resolution(consultation) } });
    case 'feedback':
      return feedbackEvent(told, move);
  }
}

/** Of the one event that tells of a version of a consultation: known again from both, also when the event has long been published. */
export function eventIdOf(bookingId: string, version: number): string {
  return derivedId('consultation-event', bookingId, String(version));
}

function rescheduledEvent(told: Told, move: Move, actor: Actor): Envelope {
  const { revision, scheduledStart, scheduledEnd } = told.consultation.history.at(-1)?.previous ?? told.consultation;
  const data = {
    ...facts(told),
    by: actor,
    reason: 'reason' in move ? move.reason : '',
    previous: { revision, scheduledStart: scheduledStart.toISOString(), scheduledEnd: scheduledEnd.toISOString() },
  };
  return newEvent(ConsultationRescheduled, { ...head(told), data });
}

function head({ consultation, now }: Told) {
  const { _id, tenantId, consultationId, version } = consultation;
  return { id: eventIdOf(_id, version), tenantId, subject: consultationId, version, time: now };
}

function facts({ consultation, consultantName }: Told) {
  const { _id, consultationId, revision, clientId, consultantId, details, timezone, meeting, billing } = consultation;
  const { title, description, type } = details;
  return {
    bookingId: _id,
    consultationId,
    revision,
    clientId,
    consultantId,
    consultantName,
    title,
    description,
    type,
    scheduledStart: consultation.scheduledStart.toISOString(),
    scheduledEnd: consultation.scheduledEnd.toISOString(),
    timezone,
    meeting: {
      kind: meeting.kind,
      ...(meeting.url === undefined ? {} : { url: meeting.url }),
      ...(meeting.location === undefined ? {} : { location: meeting.location }),
    },
    method: billing.method,
    credits: billing.credits,
    ...(billing.lotId === '' ? {} : { lotId: billing.lotId }),
  };
}

function completion({ actualStart, actualEnd, scheduledStart, scheduledEnd, outcomes, status }: Consultation) {
  return {
    actualStart: (actualStart ?? scheduledStart).toISOString(),
    actualEnd: (actualEnd ?? scheduledEnd).toISOString(),
    // A session nobody closed has no verdict; nobody has objected to it either.
    overallStatus: outcomes?.overallStatus ?? ('successful' as const),
    autoClosed: status.current === 'completed' && status.autoClosed,
  };
}

function ending(status: Consultation['status']) {
  return status.current === 'cancelled' || status.current === 'no_show'
    ? { reason: status.reason, creditEffect: status.creditEffect }
    : { reason: '', creditEffect: 'none' as const };
}

function dispute(status: Consultation['status']) {
  const { who, disputed } = status.current === 'no_show' ? status : { who: 'client' as const, disputed: undefined };
  return { who, by: disputed?.by ?? who, reason: disputed?.reason ?? '' };
}

function resolution({ status, resolution: settled }: Consultation) {
  const { current: state } = status;
  if (settled === undefined || state === 'scheduled' || state === 'confirmed' || state === 'in_progress')
    throw new Error(`a session that is ${state} was not resolved`);
  const { credit, earningPercent, reason, reversesUse } = settled;
  const creditEffect = reversesUse ? ('return' as const) : ('none' as const);
  return { by: 'admin' as const, reason, state, credit, creditEffect, earningPercent };
}

function feedbackEvent(told: Told, move: Move): Envelope {
  const { _id, consultationId, consultantId, clientId } = told.consultation;
  const common = { bookingId: _id, consultationId, consultantId, clientId };
  const byClient = move.kind === 'client-feedback';
  return newEvent(FeedbackSubmitted, {
    ...head(told),
    data: byClient ? { ...common, by: 'client', rating: move.feedback.rating } : { ...common, by: 'consultant' },
  });
}
