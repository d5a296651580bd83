import { DeliverableInput, DeliverablePatch, DisputeInput, ResolveInput } from '@consult/contracts/api/after-session';
import { InstantInput } from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import { derivedId, newId } from '@consult/runtime/ids';
import { parse, parseJson } from '@consult/runtime/parse';
import Type from 'typebox';
import type { DeliverableChange } from '../domain/deliverables.ts';
import { checkInstants, instantOf } from './instants.ts';
import type { MoveInput } from './move-requests.ts';
import type { RequestOf } from './types.ts';

interface DeliverableInput {
  consultationId: string;
  change: DeliverableChange;
}

export function toDispute({ consultationId, requestId, reason }: RequestOf<'disputeNoShow'>): MoveInput {
  const move = { kind: 'dispute-no-show' as const, ...parse(DisputeInput, { reason }) };
  return { consultationId, requestId, move };
}

/** `by`: the admin's user id, kept with the decision. */
export function toResolution(request: RequestOf<'resolve'>, by: string): MoveInput {
  const { consultationId, requestId, ...rest } = request;
  return { consultationId, requestId, move: { kind: 'resolve', by, ...parse(ResolveInput, rest) } };
}

export function toNewDeliverable(request: RequestOf<'addDeliverable'>): DeliverableInput {
  const { consultationId, requestId, ...rest } = request;
  const { title, ...facts } = parse(DeliverableInput, rest);
  // The same request again is the same deliverable.
  const deliverableId = requestId === '' ? newId() : derivedId('deliverable', consultationId, requestId);
  return { consultationId, change: { kind: 'add', deliverableId, facts: { title, ...dated(facts) } } };
}

export function toDeliverableChange(request: RequestOf<'changeDeliverable'>): DeliverableInput {
  const { consultationId, deliverableId, patchJson } = request;
  const facts = dated(parseJson(DeliverablePatch, patchJson));
  return { consultationId, change: { kind: 'change', deliverableId, facts } };
}

function dated<T extends { dueDate?: string | undefined }>({ dueDate, ...rest }: T) {
  checkInstants({ '/dueDate': dueDate });
  return { ...rest, ...(dueDate === undefined ? {} : { dueDate: instantOf(dueDate) }) };
}

const RangeInput = Type.Object({ consultantId: Id, from: InstantInput, to: InstantInput });

/** A consultant and a half-open range of time. */
export function toRange(request: RequestOf<'sumEarnings'>): { consultantId: string; from: Date; to: Date } {
  const { consultantId, from, to } = parse(RangeInput, request);
  checkInstants({ '/from': from, '/to': to });
  return { consultantId, from: instantOf(from), to: instantOf(to) };
}

const MonthInput = Type.Object({ consultantId: Id, month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }) });

export function toMonth({ consultantId, month }: RequestOf<'listStatement'>): { consultantId: string; month: string } {
  return parse(MonthInput, { consultantId, month });
}
