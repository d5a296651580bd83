import { hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import { createPaymentIntent } from '../operations/create-payment-intent.ts';
import type { Deps } from '../operations/deps.ts';
import type { HeardWork } from '../operations/follow-heard.ts';
import { getTransaction, readSubscriptions, readTransactions } from '../operations/read-payments.ts';
import { receiveWebhook } from '../operations/receive-webhook.ts';
import { intentAnswer, subscriptionAnswer, transactionAnswer } from './answers.ts';
import { cardHandlers } from './card-handlers.ts';
import { promotionHandlers } from './promotion-handlers.ts';
import { reconcileHandlers } from './reconcile-handlers.ts';
import { refundHandlers } from './refund-handlers.ts';
import { subscriptionHandlers } from './subscription-handlers.ts';
import {
  CreatePaymentIntentRequest,
  GetTransactionRequest,
  ListSubscriptionsRequest,
  ListTransactionsRequest,
  ReceiveWebhookRequest,
  webhookBytes,
} from './requests.ts';

/** The methods of billing.proto: parse, operate, answer. */
export function handlers(deps: Deps & { webhooks: HeardWork }): Handlers<'billing'> {
  return {
    ...refundHandlers(deps),
    ...promotionHandlers(deps),
    ...subscriptionHandlers(deps),
    ...cardHandlers(deps),
    ...reconcileHandlers(deps),
    async createPaymentIntent(caller, request) {
      const { amount, currency, ...purchase } = parse(CreatePaymentIntentRequest, request);
      if (caller.tenantId === '' || !hasRole(caller, 'client')) refuse('forbidden');
      const offer = { amountMinor: amount, currency };
      const opened = await createPaymentIntent(deps, caller, { ...purchase, offer });
      return intentAnswer(opened, deps.settings.publishableKey);
    },
    async getTransaction(caller, request) {
      const { transactionId } = parse(GetTransactionRequest, request);
      return transactionAnswer(await getTransaction(deps, caller, transactionId));
    },
    async listTransactions(caller, request) {
      const { status: state, from, to, ...wanted } = parse(ListTransactionsRequest, request);
      const page = timePage(request.page);
      const span = {
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
      };
      const found = await readTransactions(deps, caller, { ...wanted, ...span, state }, page);
      const { rows, page: next } = pageOf(found, page.limit, placeOf);
      return { transactions: rows.map(transactionAnswer), page: next };
    },
    async listSubscriptions(caller, request) {
      const { status: state, ...wanted } = parse(ListSubscriptionsRequest, request);
      const page = timePage(request.page);
      const found = await readSubscriptions(deps, caller, { ...wanted, state }, page);
      const { rows, page: next } = pageOf(found, page.limit, placeOf);
      return { subscriptions: rows.map(subscriptionAnswer), page: next };
    },
    async receiveWebhook(_caller, request) {
      const { body, signature } = parse(ReceiveWebhookRequest, request);
      await receiveWebhook(deps, { body: webhookBytes(body), signature });
      return {};
    },
  };
}

function placeOf({ createdAt, _id }: { createdAt: Date; _id: string }) {
  return { at: createdAt, _id };
}
