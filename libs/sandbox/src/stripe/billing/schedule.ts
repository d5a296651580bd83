import { invalid } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import type { Subscription, SubscriptionSchedule } from '../objects.ts';
import type { Work } from '../work.ts';
import { changePlan } from './change.ts';
import { periodEndOf } from './due.ts';
import { phaseAt, sells, setPhase, type Phase } from './phases.ts';
import { defaultSettings, phaseOf } from './schedule-shape.ts';

/** Puts a running subscription under a schedule, whose only phase is the period that runs. */
export function scheduleFrom(
  work: Work,
  subscription: Subscription,
  { metadata }: { metadata: Record<string, string> },
): SubscriptionSchedule {
  if (subscription.schedule !== null) {
    throw invalid('You cannot migrate a subscription that is already attached to a schedule.', {
      param: 'from_subscription',
    });
  }
  if (subscription.status !== 'active' && subscription.status !== 'past_due') {
    throw invalid(`You cannot migrate a subscription that is in the \`${subscription.status}\` status.`, {
      param: 'from_subscription',
    });
  }
  const phase = phaseOf(subscription);
  const schedule = work.add<SubscriptionSchedule>({
    id: newStripeId('sub_sched'),
    object: 'subscription_schedule',
    application: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    canceled_at: null,
    completed_at: null,
    created: work.now,
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    customer: subscription.customer,
    customer_account: null,
    default_settings: defaultSettings(),
    end_behavior: 'release',
    livemode: false,
    metadata,
    pause_schedules: [],
    phases: [phase],
    released_at: null,
    released_subscription: null,
    status: 'active',
    subscription: subscription.id,
    test_clock: null,
  });
  subscription.schedule = schedule.id;
  work.emit('subscription_schedule.created', schedule);
  work.emit('customer.subscription.updated', subscription);
  return schedule;
}

/** Goes on to the phase that has begun, or ends the schedule. Answers true when the subscription is to end with it. */
export async function followSchedule(work: Work, subscription: Subscription): Promise<boolean> {
  if (subscription.schedule === null) return false;
  const schedule = await work.get('subscription_schedule', subscription.schedule);
  if (schedule.current_phase === null || schedule.current_phase.end_date > work.now) return false;
  const next = phaseAt(schedule, work.now);
  if (next === undefined) return finish(work, schedule, subscription);
  schedule.current_phase = { start_date: next.start_date, end_date: next.end_date };
  work.emit('subscription_schedule.updated', schedule);
  if (periodEndOf(subscription) <= work.now) await setPhase(work, subscription, next, work.now);
  else await changeWithin(work, subscription, next);
  return false;
}

/** The subscription goes on without its schedule. */
export function release(work: Work, schedule: SubscriptionSchedule, subscription: Subscription): void {
  schedule.status = 'released';
  schedule.released_at = work.now;
  schedule.released_subscription = subscription.id;
  schedule.subscription = null;
  schedule.current_phase = null;
  subscription.schedule = null;
  work.emit('subscription_schedule.released', schedule);
  work.emit('customer.subscription.updated', subscription);
}

/** A phase that begins in the middle of a period is a change of plan, with the prorations it asks for. */
async function changeWithin(work: Work, subscription: Subscription, phase: Phase): Promise<void> {
  const [planned] = phase.items;
  if (planned === undefined || sells(subscription, phase)) return;
  await changePlan(work, {
    subscription,
    customer: await work.get('customer', subscription.customer),
    change: {
      itemId: undefined,
      price: await work.get('price', planned.price),
      quantity: planned.quantity,
      restart: false,
      prorationBehavior: phase.proration_behavior as 'always_invoice' | 'create_prorations' | 'none',
      prorationDate: undefined,
    },
    behavior: 'allow_incomplete',
    offSession: true,
  });
}

function finish(work: Work, schedule: SubscriptionSchedule, subscription: Subscription): boolean {
  if (schedule.end_behavior === 'release') {
    release(work, schedule, subscription);
    return false;
  }
  schedule.status = 'completed';
  schedule.completed_at = work.now;
  schedule.current_phase = null;
  work.emit('subscription_schedule.completed', schedule);
  return true;
}
