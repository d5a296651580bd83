import type { Mutant } from './mutants.ts';

const domain = (file: string): string => `services/billing/src/domain/${file}`;
const operations = (file: string): string => `services/billing/src/operations/${file}`;
const store = (file: string): string => `services/billing/src/store/${file}`;

const DISPUTE = ['services/billing/test/domain/dispute.test.ts'];
const FEES = ['services/billing/test/domain/fees.test.ts'];
const PRICE = ['services/billing/test/domain/price.test.ts'];
const REFUND = ['services/billing/test/domain/refund.test.ts'];
const REFUND_QUOTE = ['services/billing/test/domain/refund-quote.test.ts'];
const SETTLE = ['services/billing/test/domain/settle.test.ts'];
const SUBSCRIPTION = ['services/billing/test/domain/subscription.test.ts'];
const MONEY_BACK = ['services/billing/test/service/money-back.test.ts'];
const MAXIMUM = ['services/billing/test/service/maximum.test.ts'];
const PLAN_CHANGE = ['services/billing/test/service/plan-change.test.ts'];
const REFUNDS = ['services/billing/test/service/refunds.test.ts'];
const SUBSCRIPTIONS = ['services/billing/test/service/subscriptions.test.ts'];
const TENANTS = ['services/billing/test/service/tenants.test.ts'];
const WEBHOOKS = ['services/billing/test/service/webhooks.test.ts'];

/** Each is a fault that would cost somebody money, or give away what nobody has paid. */
export const BILLING_MUTANTS: readonly Mutant[] = [
  // Sums.
  {
    name: 'the units that rounding leaves over are lost',
    file: domain('fees.ts'),
    find: 'floors[index] = (floors[index] ?? 0n) + 1n;',
    replace: 'floors[index] = floors[index] ?? 0n;',
    tests: FEES,
  },
  {
    name: 'the platform takes more than the whole',
    file: domain('fees.ts'),
    find: 'const platform = wanted > whole ? whole : wanted;',
    replace: 'const platform = wanted;',
    tests: FEES,
  },
  {
    name: 'currencies with three decimals are charged to the last one',
    file: domain('price.ts'),
    find: 'return THREE_DECIMALS.has(currency) ? Number(THREE_DECIMALS_STEP) : 1;',
    replace: 'return currency === undefined ? Number(THREE_DECIMALS_STEP) : 1;',
    tests: [...PRICE, ...REFUND_QUOTE, 'services/billing/test/service/currencies.test.ts'],
  },
  {
    name: 'half a unit of a refund goes to the client',
    file: domain('refund-quote.ts'),
    find: '* BigInt(part) + unit - 1n)',
    replace: '* BigInt(part) + unit)',
    tests: REFUND_QUOTE,
  },
  {
    name: 'another sum than was asked for is taken for the price',
    file: domain('settle.ts'),
    find: 'if (!isAsked || currency',
    replace: 'if (currency',
    tests: SETTLE,
  },

  // Once, and not again.
  {
    name: 'a payment that is heard of twice succeeds twice',
    file: domain('settle.ts'),
    find: 'return isPaid(transaction)\n',
    replace: "return isPaid({ state: 'pending' })\n",
    tests: SETTLE,
  },
  {
    name: 'a decline is told again whenever somebody looks',
    file: domain('settle.ts'),
    find: ' || transaction.lastError?.attempt === fault.attempt',
    replace: '',
    tests: SETTLE,
  },
  {
    name: 'a dispute that is heard of twice is told twice',
    file: domain('dispute.ts'),
    find: 'if (known !== undefined && !DISPUTE_MOVES[known.status].includes(word.status))',
    replace: "if (known?.status === 'lost' && !DISPUTE_MOVES[known.status].includes(word.status))",
    tests: DISPUTE,
  },
  {
    name: 'an older period is a renewal',
    file: domain('follow-subscription.ts'),
    find: 'if (periodStart === undefined || paid.periodStart > periodStart) return true;',
    replace: 'if (periodStart === undefined || paid.periodEnd > new Date(0)) return true;',
    tests: SUBSCRIPTION,
  },
  {
    name: 'a webhook that is sent twice is kept twice',
    file: store('webhook-inbox.ts'),
    find: '_id: `${event.stripeAccount}/${event.eventId}`,',
    replace: '_id: `${event.stripeAccount}/${event.eventId}/${Math.random()}`,',
    tests: WEBHOOKS,
  },

  // What Stripe tells.
  {
    name: 'the signature of a webhook is not checked',
    file: operations('receive-webhook.ts'),
    find: 'return deps.stripe.webhooks.constructEvent(body, signature, secret, SIGNATURE_TOLERANCE_SECONDS, undefined, now);',
    replace: 'if (now > 0 && secret !== signature) return JSON.parse(body.toString()) as Stripe.Event;',
    tests: WEBHOOKS,
  },
  {
    name: 'a webhook may be as old as it likes',
    file: operations('receive-webhook.ts'),
    find: 'const SIGNATURE_TOLERANCE_SECONDS = 5 * 60;',
    replace: 'const SIGNATURE_TOLERANCE_SECONDS = 5 * 60 * 60;',
    tests: WEBHOOKS,
  },
  {
    name: 'webhooks of accounts that are none of ours are taken',
    file: operations('receive-webhook.ts'),
    find: "if (stripeAccount !== '' && !(await isKnownAccount(deps.tenants, stripeAccount))) return 'unknown_account';",
    replace: '',
    tests: WEBHOOKS,
  },
  {
    name: 'webhooks of the other mode are taken',
    file: operations('receive-webhook.ts'),
    find: "if (event.livemode !== deps.settings.livemode) return 'wrong_livemode';",
    replace: '',
    tests: WEBHOOKS,
  },
  {
    name: 'a webhook is answered and not kept',
    file: operations('receive-webhook.ts'),
    find: 'const isNew = await insertHeard(',
    replace: 'const isNew = insertHeard === undefined || await (async (..._given: unknown[]) => true)(',
    tests: WEBHOOKS,
  },
  {
    name: 'a webhook is answered before it is kept',
    file: operations('receive-webhook.ts'),
    find: 'const isNew = await insertHeard(',
    replace: 'const isNew = true; insertHeard(',
    tests: WEBHOOKS,
  },
  {
    name: 'lost webhooks are seen in the list and left there',
    file: operations('sweep-events.ts'),
    find: 'return insertHeard(deps.hearing, heardEvent(heard, { now: deps.clock.wallNow() }));',
    replace: 'return heardEvent(heard, { now: new Date() }).eventId.length === 0;',
    tests: WEBHOOKS,
  },
  {
    name: 'a payment that stays pending is never asked about',
    file: operations('check-stale.ts'),
    find: 'const after = await carryOn(deps, await syncTransaction(deps, transaction));',
    replace: 'const after = await carryOn(deps, syncTransaction === undefined ? transaction : transaction);',
    tests: WEBHOOKS,
  },
  {
    name: 'a refund of ours is looked for in what was read before it was made',
    file: operations('follow-money-back.ts'),
    find: 'if (recordOf(before, refund) !== undefined) return { after: before, events: [] };',
    replace:
      'if ((recordOf(transaction, refund) ?? refundOf(before, refund.id)) !== undefined) return { after: before, events: [] };',
    tests: MONEY_BACK,
  },

  // Who pays whom for what.
  {
    name: 'a period is that of whichever line of the invoice comes first',
    file: operations('read-payment.ts'),
    find: 'const [longest] = [...(whole.length > 0 ? whole : invoice.lines.data)].sort((a, b) => b.period.end - a.period.end);',
    replace: 'const [longest] = whole.length > invoice.lines.data.length ? whole : invoice.lines.data;',
    tests: PLAN_CHANGE,
  },
  {
    name: 'a renewal is told as the first period again',
    file: operations('sync-invoice.ts'),
    find: "period.reason === 'create' ? first : await laterTransaction(",
    replace: "period.reason !== 'update' ? first : await laterTransaction(",
    tests: SUBSCRIPTIONS,
  },
  {
    name: 'every tenant is paid into the platform’s account',
    file: 'services/billing/src/stripe/stripe-api.ts',
    find: "...(stripeAccount === '' ? {} : { stripeAccount }),",
    replace: '...(stripeAccount === undefined ? { stripeAccount } : {}),',
    tests: TENANTS,
  },

  // Places and money back.
  {
    name: 'what was cancelled keeps its place',
    file: store('transactions.ts'),
    find: "...(state === 'cancelled' ? { ordinal: 1, redemption: 1 } : {}),",
    replace: '',
    tests: MAXIMUM,
  },
  {
    name: 'a place is free while its payment is open',
    file: domain('ordinal.ts'),
    find: 'if (maximum === undefined) return Math.max(0, ...taken) + 1;',
    replace: 'if (maximum !== 0) return Math.max(0, ...taken) + 1;',
    tests: MAXIMUM,
  },
  {
    name: 'more goes back than was paid',
    file: domain('refund.ts'),
    find: 'if (!isFact && committedMinor(transaction) + refund.amountMinor > transaction.amount.gross)',
    replace: 'if (!isFact && refund.amountMinor > transaction.amount.gross)',
    tests: REFUND,
  },
  {
    name: 'a refund that failed can still succeed',
    file: domain('refund.ts'),
    find: '  failed: [],\n',
    replace: "  failed: ['succeeded'],\n",
    tests: REFUND,
  },
  {
    name: 'the money goes back before the credits are gone',
    file: operations('carry-refund.ts'),
    find: 'const revoked = await revokeUnused(deps, transaction, refundId);\n  const refund = refundOf(revoked, refundId);',
    replace: 'const revoked = transaction;\n  const refund = refundOf(revoked, refundId);',
    tests: REFUNDS,
  },
  {
    name: 'a refund is sent under another key each time',
    file: operations('carry-refund.ts'),
    find: 'on(stripeAccount, `refund:${refundId}`)',
    replace: 'on(stripeAccount, `refund:${refundId}:${Math.random()}`)',
    tests: REFUNDS,
  },
];
