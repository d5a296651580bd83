import {
  CancelInput,
  ClientFeedbackInput,
  CompleteInput,
  ConsultantFeedbackInput,
  InstantInput,
  NoShowInput,
  ReasonInput,
  RescheduleInput,
} from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import { newId } from '@consult/runtime/ids';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import { type Deliverable, STATES } from '../domain/consultation.ts';
import type { Move } from '../domain/moves.ts';
import type { AskedConsultations } from '../operations/list-consultations.ts';
import type { RescheduleWish } from '../operations/plan-reschedule.ts';
import { checkInstants, instantOf } from './instants.ts';
import type { RequestOf } from './types.ts';

/** A move as the operation takes it. */
export interface MoveInput {
  consultationId: string;
  requestId: string;
  move: Move;
  /** Of a cancellation. */
  quoteId?: string | undefined;
}

/** The moves that bring nothing but a reason. */
export function toPlainMove(kind: 'confirm' | 'decline' | 'start', request: RequestOf<'confirm'>): MoveInput {
  const { consultationId, requestId } = request;
  const { reason = '' } = parse(ReasonInput, { reason: request.reason });
  return { consultationId, requestId, move: { kind, reason } };
}

export function toCancellation(request: RequestOf<'cancel'>): MoveInput {
  const { consultationId, requestId, ...rest } = request;
  const { reason = '', quoteId } = parse(CancelInput, rest);
  return { consultationId, requestId, move: { kind: 'cancel', reason }, quoteId };
}

/** A session's new time. Refusals: invalid_request with every fault. */
export function toReschedule(request: RequestOf<'reschedule'>): RescheduleWish {
  const { consultationId, requestId, ...rest } = request;
  const { scheduledStart, scheduledEnd, reason = '', quoteId } = parse(RescheduleInput, rest);
  checkInstants({ '/scheduledStart': scheduledStart, '/scheduledEnd': scheduledEnd });
  const times = { scheduledStart: instantOf(scheduledStart), scheduledEnd: instantOf(scheduledEnd) };
  return { consultationId, requestId, ...times, reason, quoteId };
}

/** `now` is the business time at which deliverables count as delivered. */
export function toCompletion(request: RequestOf<'complete'>, now: Date): MoveInput {
  const { consultationId, requestId, metrics, ...rest } = request;
  const input = parse(CompleteInput, { ...rest, ...(metrics === null ? {} : { metrics }) });
  const { summary, nextSteps = [], overallStatus = 'successful' } = input;
  const deliverables = request.deliverables.map(
    ({ title, description, fileUrl }): Deliverable => ({
      deliverableId: newId(),
      title,
      fileUrl,
      deliveredDate: now,
      status: 'delivered',
      ...(description === undefined ? {} : { description }),
    }),
  );
  const { goalsAchieved = 0, issuesResolved = 0 } = metrics ?? {};
  const outcomes = { summary, overallStatus, metrics: { goalsAchieved, issuesResolved }, nextSteps };
  return { consultationId, requestId, move: { kind: 'complete', outcomes, deliverables } };
}

export function toNoShow(request: RequestOf<'markNoShow'>): MoveInput {
  const { consultationId, requestId, ...rest } = request;
  const { who, reason = '' } = parse(NoShowInput, rest);
  return { consultationId, requestId, move: { kind: 'no-show', who, reason } };
}

export function toClientFeedback(request: RequestOf<'giveClientFeedback'>): MoveInput {
  const { consultationId, ...rest } = request;
  const { rating, comments = '' } = parse(ClientFeedbackInput, rest);
  return { consultationId, requestId: '', move: { kind: 'client-feedback', feedback: { rating, comments } } };
}

export function toConsultantFeedback(request: RequestOf<'giveConsultantFeedback'>): MoveInput {
  const { consultationId, ...rest } = request;
  const { clientEngagement, notes = '' } = parse(ConsultantFeedbackInput, rest);
  return {
    consultationId,
    requestId: '',
    move: { kind: 'consultant-feedback', feedback: { clientEngagement, notes } },
  };
}

const FilterInput = Type.Object({
  status: Type.Optional(Type.Enum(STATES)),
  from: Type.Optional(InstantInput),
  to: Type.Optional(InstantInput),
  clientId: Type.Optional(Id),
  consultantId: Type.Optional(Id),
  disputed: Type.Optional(Type.Boolean()),
});

export function toFilter({ page: _page, ...rest }: RequestOf<'listConsultations'>): AskedConsultations {
  const { from, to, ...filter } = parse(FilterInput, rest);
  checkInstants({ '/from': from, '/to': to });
  return {
    ...filter,
    ...(from === undefined ? {} : { from: instantOf(from) }),
    ...(to === undefined ? {} : { to: instantOf(to) }),
  };
}

const FenceInput = Type.Object({ bookingId: Id, revision: Type.Integer({ minimum: 1 }) });

export function toFence(request: RequestOf<'fence'>): { bookingId: string; revision: number } {
  const { bookingId, revision } = request;
  return parse(FenceInput, { bookingId, revision });
}
