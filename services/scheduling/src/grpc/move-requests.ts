import {
  ClientFeedbackInput,
  CompleteInput,
  ConsultantFeedbackInput,
  InstantInput,
  NoShowInput,
  ReasonInput,
} from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import { newId } from '@consult/runtime/ids';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import { type Deliverable, STATES } from '../domain/consultation.ts';
import type { Move } from '../domain/moves.ts';
import type { AskedConsultations } from '../operations/list-consultations.ts';
import { checkInstants, instantOf } from './instants.ts';
import type { RequestOf } from './types.ts';

/** A move as the operation takes it. */
export interface MoveInput {
  consultationId: string;
  requestId: string;
  move: Move;
}

/** The moves that bring nothing but a reason. */
export function toPlainMove(
  kind: 'confirm' | 'decline' | 'start' | 'cancel',
  request: RequestOf<'confirm'>,
): MoveInput {
  const { consultationId, requestId } = request;
  const { reason = '' } = parse(ReasonInput, { reason: request.reason });
  return { consultationId, requestId, move: { kind, reason } };
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
