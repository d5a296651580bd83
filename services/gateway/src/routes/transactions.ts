import { InstantInput } from '@consult/contracts/api/scheduling';
import type { Transaction__Output as Transaction } from '@consult/contracts/grpc/gen/consult/billing/v1/Transaction';
import { Id } from '@consult/contracts/primitives';
import { AppError } from '@consult/runtime/errors';
import Type, { type Static } from 'typebox';
import { listAnswer, PAGE_LIMIT_MAX, pageOf, pageQuery, present, taggedAnswer } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { csvOf } from '../http/csv.ts';
import { utcInstant } from '../http/instants.ts';
import { type App, type RouteContext, STAFF } from './context.ts';

const strict = { additionalProperties: false } as const;
const ownOrStaff = ['client', ...STAFF] as const;
const STATUSES = ['pending', 'succeeded', 'cancelled', 'partially_refunded', 'refunded'] as const;
const filter = {
  status: Type.Optional(Type.Enum(STATUSES)),
  clientId: Type.Optional(Id),
  packageId: Type.Optional(Id),
  from: Type.Optional(InstantInput),
  to: Type.Optional(InstantInput),
};
const Filter = Type.Object(filter, strict);
/** An export is one answer; more is asked for by `from` and `to`. */
const EXPORT_MAX = 20_000;
const COLUMNS = [
  'transactionId',
  'createdAt',
  'paidAt',
  'status',
  'clientId',
  'packageId',
  'packageName',
  'currency',
  'gross',
  'platformFee',
  'processingFee',
  'net',
  'discount',
  'refunded',
  'paymentIntentId',
  'receiptUrl',
];

/** What was paid: one, many, and all of it as CSV. Amounts in minor units. */
export function transactionRoutes(app: App, { clients }: RouteContext): void {
  const byId = Type.Object({ transactionId: Id });
  for (const url of ['/api/billing/payments/:transactionId', '/api/billing/transactions/:transactionId'] as const)
    app.get(
      url,
      { config: { roles: ownOrStaff }, schema: { tags: ['billing'], params: byId } },
      async (request, reply) =>
        taggedAnswer(reply, present(await clients.billing.getTransaction(callerOf(request), request.params))),
    );

  app.get(
    '/api/billing/transactions',
    {
      config: { roles: ownOrStaff },
      schema: { tags: ['billing'], querystring: Type.Object({ ...filter, ...pageQuery }, strict) },
    },
    async (request) => {
      const page = pageOf(request.query);
      const answer = await clients.billing.listTransactions(callerOf(request), { ...wanted(request.query), page });
      return listAnswer(answer.transactions, answer.page);
    },
  );

  app.get(
    '/api/billing/transactions.csv',
    { config: { roles: ownOrStaff }, schema: { tags: ['billing'], querystring: Filter } },
    async (request, reply) => {
      const caller = callerOf(request);
      const rows: object[] = [];
      for (let cursor = ''; ; ) {
        const page = { limit: PAGE_LIMIT_MAX, cursor };
        const answer = await clients.billing.listTransactions(caller, { ...wanted(request.query), page });
        rows.push(...answer.transactions.map(rowOf));
        cursor = answer.page?.nextCursor ?? '';
        if (cursor === '') break;
        if (rows.length >= EXPORT_MAX)
          throw new AppError('rule_refused', {
            rule: 'export_too_large',
            maximum: EXPORT_MAX,
            detail: 'Narrow it by from and to',
          });
      }
      void reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="transactions.csv"');
      return csvOf(rows, COLUMNS);
    },
  );
}

function wanted({ from, to, ...rest }: Static<typeof Filter>) {
  const { status, clientId, packageId } = rest;
  return {
    ...(status === undefined ? {} : { status }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(packageId === undefined ? {} : { packageId }),
    ...(from === undefined ? {} : { from: utcInstant(from, '/from') }),
    ...(to === undefined ? {} : { to: utcInstant(to, '/to') }),
  };
}

function rowOf(transaction: Transaction): object {
  const { transactionId, createdAt, paidAt, status, client, currency, amount, stripe, receiptUrl } = transaction;
  const back = transaction.refunds.filter((refund) => refund.status === 'succeeded');
  return {
    transactionId,
    createdAt,
    paidAt,
    status: status?.current,
    clientId: client,
    packageId: transaction.package?.packageId,
    packageName: transaction.package?.details?.name,
    currency,
    gross: amount?.gross,
    platformFee: amount?.platformFee,
    processingFee: amount?.processingFee,
    net: amount?.net,
    discount: transaction.discountMinor,
    refunded: back.reduce((sum, refund) => sum + refund.amount, 0),
    paymentIntentId: stripe?.paymentIntentId,
    receiptUrl,
  };
}
