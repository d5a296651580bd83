import { RefundInput } from '@consult/contracts/api/billing';
import { Id } from '@consult/contracts/primitives';
import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import type { Deps } from '../operations/deps.ts';
import { quoteRefund } from '../operations/quote-refund.ts';
import { refundTransaction } from '../operations/refund-transaction.ts';
import { refundQuoteAnswer, transactionAnswer } from './answers.ts';

type RefundHandlers = Pick<Handlers<'billing'>, 'quoteRefund' | 'refundTransaction'>;

const QuoteRequest = Type.Object({ transactionId: Id });
const RefundRequest = Type.Object({
  ...RefundInput.properties,
  transactionId: Id,
  requestId: Type.String({ minLength: 1, maxLength: 200 }),
});

/** Money back. */
export function refundHandlers(deps: Deps): RefundHandlers {
  return {
    quoteRefund: async (caller, request) =>
      refundQuoteAnswer(await quoteRefund(deps, caller, parse(QuoteRequest, request).transactionId)),
    refundTransaction: async (caller, request) =>
      transactionAnswer(await refundTransaction(deps, caller, parse(RefundRequest, request))),
  };
}
