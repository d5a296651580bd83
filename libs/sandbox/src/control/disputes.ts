import { refuse } from '@consult/runtime/errors';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import { StripeError } from '../stripe/errors.ts';
import { PLATFORM_ACCOUNT } from '../stripe/events.ts';
import { openDispute } from '../stripe/payments/dispute.ts';
import { perform, type StripeDeps } from '../stripe/perform.ts';

const Id = Type.String({ pattern: '^\\w{1,100}$' });
const DisputeBody = Type.Object(
  {
    account: Type.Optional(Id),
    charge: Id,
    amount: Type.Optional(Type.Integer({ minimum: 1 })),
    reason: Type.Optional(Type.String({ pattern: '^[a-z_]{1,60}$' })),
    inquiry: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const NOBODY = { id: null, idempotency_key: null };

/** A buyer goes to their bank over a payment made with any card, at any time after it. */
export async function disputeNow(stripe: StripeDeps, body: unknown): Promise<{ id: string }> {
  const { account = PLATFORM_ACCOUNT, charge: id, amount, ...how } = parse(DisputeBody, body);
  const { reason = 'fraudulent', inquiry = false } = how;
  try {
    return await perform(stripe, { account, request: NOBODY }, async (work) => {
      const charge = await work.get('charge', id);
      return { id: openDispute(work, { charge, amount, reason, inquiry }).id };
    });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return refuse('invalid_transition', { detail: error.message });
  }
}
