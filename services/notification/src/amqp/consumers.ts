import type { DataOf } from '@consult/contracts/envelope';
import {
  PaymentFailed,
  PaymentRefunded,
  RefundFailed,
  SubscriptionCancelled,
  SubscriptionRenewed,
} from '@consult/contracts/events/billing';
import { CreditsExpiring, CreditsGranted } from '@consult/contracts/events/credits';
import { AccessCodeIssued, ClientRegistered, TenantChanged, UserChanged } from '@consult/contracts/events/identity';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationConfirmed,
  ConsultationNoShow,
  ConsultationRescheduled,
  ConsultationScheduled,
  SlotHoldLapsed,
} from '@consult/contracts/events/scheduling';
import { on } from '@consult/messaging/consumer';
import { derivedId } from '@consult/runtime/ids';
import { keepNewest } from '@consult/runtime/projection';
import type { Letter } from '../domain/message.ts';
import type { SessionFacts } from '../domain/session.ts';
import type { Deps } from '../operations/deps.ts';
import { queueLetter } from '../operations/queue-letter.ts';
import { keepReminders, type SessionNews, tellParts } from '../operations/tell-of-session.ts';

const BOTH = ['client', 'consultant'] as const;

/** What notification hears: who people are, and what they have to be told. */
export function consumers(deps: Deps) {
  return [...projections(deps), ...purchases(deps), ...sessions(deps)];
}

function projections(deps: Deps) {
  return [
    on(TenantChanged, async ({ data: { name, timezone, version } }, { tenantId }) =>
      keepNewest(deps.brands, { _id: tenantId, tenantId, name, timezone, version }),
    ),
    on(UserChanged, async ({ data: { userId, name, email, timezone, version } }, { tenantId }) =>
      keepNewest(deps.contacts, { _id: userId, tenantId, name, email, timezone, version }),
    ),
    on(ClientRegistered, async ({ id, data: { userId, name, email, timezone } }, { tenantId }) => {
      await keepNewest(deps.contacts, { _id: userId, tenantId, name, email, timezone, version: 0 });
      await queueLetter(deps, { tenantId, userId, cause: id, letter: { template: 'welcome', values: {} } });
    }),
    on(AccessCodeIssued, async ({ id, data }, { tenantId }) => {
      const { userId, name, email, timezone, purpose, code, expiresAt } = data;
      await keepNewest(deps.contacts, { _id: userId, tenantId, name, email, timezone, version: 0 });
      const template = purpose === 'invitation' ? 'invitation' : 'password-reset';
      await queueLetter(deps, { tenantId, userId, cause: id, letter: { template, values: { code, expiresAt } } });
    }),
  ];
}

function purchases(deps: Deps) {
  const tell = (tenantId: string, clientId: string, cause: string, letter: Letter) =>
    queueLetter(deps, { tenantId, userId: clientId, cause, letter });
  return [
    on(CreditsGranted, async ({ id, data }, { tenantId }) => {
      const letter = letterOfGrant(data);
      if (letter !== undefined) await tell(tenantId, data.clientId, id, letter);
    }),
    on(CreditsExpiring, async ({ id, data }, { tenantId }) => {
      const { packageName, credits, expiryDate, daysLeft, clientId } = data;
      await tell(tenantId, clientId, id, {
        template: 'credits-expiring',
        values: { packageName, credits, expiryDate, daysLeft },
      });
    }),
    on(PaymentFailed, async ({ id, time, data }, { tenantId }) => {
      const letter = letterOfFailure(data);
      if (letter === undefined) return;
      // Other cards may be tried on the day of an attempt: the client knows, and one mail is enough.
      const day = data.renewal === undefined ? id : derivedId('dunning-day', data.transactionId, time.slice(0, 10));
      await tell(tenantId, data.clientId, day, letter);
    }),
    on(PaymentRefunded, async ({ id, data }, { tenantId }) => {
      const { packageName, amountMinor, currency, transactionId, clientId } = data;
      await tell(tenantId, clientId, id, {
        template: 'refund',
        values: { packageName, amountMinor, currency, transactionId },
      });
    }),
    on(RefundFailed, async ({ id, data }, { tenantId }) => {
      const { packageName = '', amountMinor, currency, transactionId, clientId, code, requestedBy } = data;
      const values = { packageName, amountMinor, currency, transactionId, code };
      // A client who was never told of the refund has nothing to take back.
      if (data.wasRefunded === true) await tell(tenantId, clientId, id, { template: 'refund-failed', values });
      if (requestedBy !== undefined) await tell(tenantId, requestedBy, id, { template: 'refund-failed-note', values });
    }),
    on(SubscriptionRenewed, async ({ id, data }, { tenantId }) => {
      // A changed package is told by the purchase it is.
      if (data.reason === 'update') return;
      await tell(tenantId, data.clientId, id, { template: 'subscription-renewed', values: periodOf(data) });
    }),
    on(SubscriptionCancelled, async ({ id, data }, { tenantId }) => {
      const values = { ...periodOf(data), unpaid: data.reason === 'payment_failed' };
      await tell(tenantId, data.clientId, id, { template: 'subscription-cancelled', values });
    }),
  ];
}

/** What a client is told of a payment that failed: one mail per attempt. The last one is told with the end it brings. */
function letterOfFailure(failed: DataOf<typeof PaymentFailed>): Letter | undefined {
  const { packageName, amountMinor, currency, renewal } = failed;
  const values = { packageName, amountMinor, currency };
  if (renewal === undefined) return { template: 'payment-failed', values };
  if (renewal.givenUp) return undefined;
  const { nextAttemptAt } = renewal;
  return {
    template: 'renewal-failed',
    values: { ...values, ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }) },
  };
}

/** What a client is told of new credits. A renewal is told by the subscription itself, and what rolls over is not new. */
function letterOfGrant(granted: DataOf<typeof CreditsGranted>): Letter | undefined {
  const { packageName, credits, unlimited, expiryDate, transactionId, source, renewal } = granted;
  if (renewal === true || source === 'rollover') return undefined;
  if (transactionId === undefined) return { template: 'credits-added', values: { credits, expiryDate } };
  return { template: 'package-purchase', values: { packageName, credits, unlimited, expiryDate, transactionId } };
}

function sessions(deps: Deps) {
  return [
    on(ConsultationScheduled, async (event, { tenantId }) => {
      const news = newsOf(event, tenantId);
      await keepReminders(deps, news, true);
      await tellParts(deps, news, BOTH, (values) => ({ template: 'booking-confirmation', values }));
    }),
    on(ConsultationConfirmed, async (event, { tenantId }) => {
      const news = newsOf(event, tenantId);
      await keepReminders(deps, news, true);
      // A confirmation that the start implied is no news to anybody.
      if (event.data.by === 'system') return;
      await tellParts(deps, news, ['client'], (values) => ({ template: 'booking-confirmed', values }));
    }),
    on(ConsultationRescheduled, async (event, { tenantId }) => {
      const news = newsOf(event, tenantId);
      const { by, reason, previous } = event.data;
      await keepReminders(deps, news, true);
      await tellParts(deps, news, BOTH, (values) => ({
        template: 'rescheduled',
        values: { ...values, by, reason, previousStart: previous.scheduledStart },
      }));
    }),
    on(ConsultationCancelled, async (event, { tenantId }) => {
      const news = newsOf(event, tenantId);
      const { by, reason } = event.data;
      await keepReminders(deps, news, false);
      await tellParts(deps, news, BOTH, (values) => ({ template: 'cancellation', values: { ...values, by, reason } }));
    }),
    on(ConsultationNoShow, async (event, { tenantId }) => keepReminders(deps, newsOf(event, tenantId), false)),
    on(SlotHoldLapsed, async ({ id, data }, { tenantId }) => {
      const { clientId, consultantId, consultantName, title, scheduledStart, reason } = data;
      const values = { consultantId, consultantName, title, scheduledStart, reason };
      await queueLetter(deps, { tenantId, userId: clientId, cause: id, letter: { template: 'slot-gone', values } });
    }),
    on(ConsultationCompleted, async (event, { tenantId }) => {
      const news = newsOf(event, tenantId);
      await keepReminders(deps, news, false);
      await tellParts(deps, news, ['client'], (values) => ({ template: 'feedback-request', values }));
    }),
  ];
}

function newsOf(event: { id: string; sequence: string; data: SessionFacts }, tenantId: string): SessionNews {
  return { tenantId, cause: event.id, session: event.data, version: Number(event.sequence) };
}

function periodOf({
  packageName,
  periodStart,
  periodEnd,
}: {
  packageName: string;
  periodStart: string;
  periodEnd: string;
}) {
  return { packageName, periodStart, periodEnd };
}
