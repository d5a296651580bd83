import type { Movement__Output as Movement } from '@consult/contracts/grpc/gen/consult/credits/v1/Movement';
import type { Transaction__Output as Transaction } from '@consult/contracts/grpc/gen/consult/billing/v1/Transaction';
import { Id } from '@consult/contracts/primitives';
import { isAppError } from '@consult/runtime/errors';
import Type from 'typebox';
import { present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { type App, type RouteContext, STAFF } from './context.ts';

/** More than any session has, and one answer of credits. */
const MOVEMENTS_MAX = 100;

/** What happened to the money of a session, from the payment to the earning, across the services that own its parts. */
export function trailRoutes(app: App, { clients }: RouteContext): void {
  app.get(
    '/api/consultations/:consultationId/trail',
    {
      config: { roles: ['client', ...STAFF] },
      schema: { tags: ['consultations'], params: Type.Object({ consultationId: Id }) },
    },
    async (request) => {
      const caller = callerOf(request);
      const trail = present(await clients.scheduling.getTrail(caller, request.params));
      const { bookingId, clientId, billing } = trail;
      const { lotId = '', transactionId = '' } = billing ?? {};
      const page = { limit: MOVEMENTS_MAX, cursor: '' };
      const [moved, granted, transaction] = await Promise.all([
        unlessAway(clients.credits.listLedger(caller, { clientId, bookingId, page })),
        lotId === ''
          ? 'none'
          : unlessAway(clients.credits.listLedger(caller, { clientId, lotId, kind: 'granted', page })),
        transactionId === '' ? 'none' : unlessAway(clients.billing.getTransaction(caller, { transactionId })),
      ]);
      const missing = [
        ...(moved === 'away' || granted === 'away' ? ['credits'] : []),
        ...(transaction === 'away' ? ['billing'] : []),
      ];
      // The oldest: an adjustment by hand is a grant too.
      const grant = typeof granted === 'string' ? undefined : granted.movements.at(-1);
      const movements = typeof moved === 'string' ? [] : moved.movements.toReversed();
      return {
        data: {
          ...trail,
          payment: typeof transaction === 'string' ? null : paymentOf(transaction),
          lot: lotId === '' ? null : { lotId, ...(grant === undefined ? {} : { granted: movementOf(grant) }) },
          movements: movements.map(movementOf),
          missing,
        },
      };
    },
  );
}

/** A part of the trail, unless its owner does not answer; what refuses it otherwise is thrown. */
async function unlessAway<T>(asked: Promise<T>): Promise<T | 'away'> {
  try {
    return await asked;
  } catch (error) {
    if (isAppError(error, 'dependency_unavailable') || isAppError(error, 'deadline_exceeded')) return 'away';
    throw error;
  }
}

function movementOf({ movementId, kind, credits, at, cause, lotId, reason }: Movement) {
  return { movementId, kind, credits, at, cause, lotId, reason };
}

function paymentOf({ transactionId, status, amount, currency, paidAt, stripe, refunds }: Transaction) {
  return present({
    transactionId,
    status: status?.current ?? null,
    grossMinor: amount?.gross ?? null,
    currency,
    paidAt: paidAt ?? null,
    paymentIntentId: stripe?.paymentIntentId ?? null,
    chargeId: stripe?.chargeId ?? null,
    refunds: refunds.map((refund) => ({
      refundId: refund.refundId,
      amountMinor: refund.amount,
      status: refund.status,
    })),
  });
}
