import type { DataOf, EventDefinition } from '@consult/contracts/envelope';
import {
  DisputeClosed,
  PaymentDisputed,
  PaymentRefunded,
  PaymentSucceeded,
  RefundFailed,
  SubscriptionCancelled,
  SubscriptionPastDue,
  SubscriptionRenewed,
  SubscriptionStarted,
} from '@consult/contracts/events/billing';
import { ClientRegistered, TenantChanged } from '@consult/contracts/events/identity';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationConfirmed,
  ConsultationNoShow,
  ConsultationRescheduled,
  ConsultationResolved,
  ConsultationScheduled,
  ConsultationStarted,
} from '@consult/contracts/events/scheduling';
import { on } from '@consult/messaging/consumer';
import type { Handler } from '@consult/messaging/handler';
import type { Caller } from '@consult/runtime/caller';
import { faultPoint } from '@consult/runtime/fault';
import { gather } from '@consult/runtime/gather';
import { keepNewest } from '@consult/runtime/projection';
import type { Static, TSchema } from 'typebox';
import type { Deps } from '../operations/deps.ts';
import { grantCredits } from '../operations/grant-credits.ts';
import { noteSubscription } from '../operations/note-subscription.ts';
import { disputeCredits, refundCredits, restoreRefunded } from '../operations/refund-credits.ts';
import { registerClient } from '../operations/register-client.ts';
import {
  holdCredits,
  releaseCredits,
  resolveCredits,
  type SettleInput,
  useCredits,
} from '../operations/settle-booking.ts';

/** Nobody waits for a session to stand, as people do for a reservation: those that come one by one are written together. */
const STAND_GATHER_MS = 25;

/** What credits does on the events of others. Each effect has a natural key, so that any may come twice and in any order. */
export function consumers(deps: Deps): Handler[] {
  const subscription = (cancelled: boolean) => (data: DataOf<typeof SubscriptionStarted>, caller: Caller) =>
    noteSubscription(deps, caller, { ...data, cancelled });
  const gathered = gather(STAND_GATHER_MS);
  const hold = async (caller: Caller, input: SettleInput) => {
    await gathered();
    return holdCredits(deps, caller, input);
  };
  return [
    handle(TenantChanged, ({ tenantId, policies, version }) =>
      keepNewest(deps.tenants, { _id: tenantId, tenantId, policies, version }),
    ),
    handle(ClientRegistered, ({ userId, registeredAt }, caller) =>
      registerClient(deps, caller, { clientId: userId, registeredAt: new Date(registeredAt) }),
    ),
    handle(PaymentSucceeded, (data, caller) => grantCredits(deps, caller, data)),
    handle(PaymentRefunded, ({ revokes, ...data }, caller) =>
      refundCredits(deps, caller, { ...data, allUnused: revokes === 'all_unused' }),
    ),
    handle(RefundFailed, (data, caller) => restoreRefunded(deps, caller, data)),
    handle(PaymentDisputed, (data, caller) => disputeCredits(deps, caller, { ...data, state: 'open' })),
    handle(DisputeClosed, (data, caller) => disputeCredits(deps, caller, { ...data, state: data.outcome })),
    handle(SubscriptionStarted, subscription(false)),
    handle(SubscriptionRenewed, subscription(false)),
    handle(SubscriptionPastDue, subscription(false)),
    handle(SubscriptionCancelled, subscription(true)),
    // Each of these says that the consultation stands; the first to arrive turns its reservation into a hold.
    handle(ConsultationScheduled, (data, caller) => hold(caller, settle(data, 'booking'))),
    handle(ConsultationRescheduled, (data, caller) => hold(caller, settle(data, 'reschedule'))),
    handle(ConsultationConfirmed, (data, caller) => hold(caller, settle(data, 'booking'))),
    handle(ConsultationStarted, (data, caller) => hold(caller, settle(data, 'booking'))),
    handle(ConsultationCompleted, (data, caller) =>
      useCredits(deps, caller, { ...settle(data, 'completion'), consultation: true }),
    ),
    handle(ConsultationCancelled, (data, caller) => end(deps, caller, data, 'cancellation')),
    handle(ConsultationNoShow, (data, caller) => end(deps, caller, data, 'no_show')),
    handle(ConsultationResolved, async (data, caller) => {
      if (data.creditEffect !== 'return') return;
      const { state, reason } = data;
      await resolveCredits(deps, caller, {
        ...settle(data, USED_BY[state]),
        reason,
        consultation: state === 'completed',
      });
    }),
  ];
}

/** By what a session in this state has used its credit. */
const USED_BY = { completed: 'completion', cancelled: 'cancellation', no_show: 'no_show' } as const;

/** Carries out what scheduling decided when the session was given up. */
async function end(
  deps: Deps,
  caller: Caller,
  data: DataOf<typeof ConsultationCancelled> | DataOf<typeof ConsultationNoShow>,
  cause: string,
): Promise<void> {
  const input = { ...settle(data, cause), reason: data.reason };
  switch (data.creditEffect) {
    case 'return':
      await releaseCredits(deps, caller, { ...input, stood: true });
      return;
    case 'use':
      await useCredits(deps, caller, { ...input, consultation: false });
      return;
    case 'none':
      return;
  }
}

function settle(
  data: Pick<DataOf<typeof ConsultationScheduled>, 'bookingId' | 'revision' | 'clientId'>,
  cause: string,
) {
  const { bookingId, revision, clientId } = data;
  return { bookingId, revision, clientId, cause, reason: '' };
}

function handle<T extends TSchema>(
  definition: EventDefinition<T>,
  effect: (data: Static<T>, caller: Caller) => Promise<unknown>,
): Handler {
  return on(definition, async (event, caller) => {
    await effect(event.data, caller);
    faultPoint('credits.before-ack');
  });
}
