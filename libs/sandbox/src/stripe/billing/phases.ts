import type { Subscription, SubscriptionSchedule } from '../objects.ts';
import type { Work } from '../work.ts';
import { phaseOf } from './schedule-shape.ts';
import { rhythmOf, setPlan } from './change.ts';

export type Phase = SubscriptionSchedule['phases'][number];

/** The phase of a schedule that an instant falls into. */
export const phaseAt = ({ phases }: SubscriptionSchedule, instant: number): Phase | undefined =>
  phases.find(({ start_date: start, end_date: end }) => start <= instant && instant < end);

/** A subscription sells from the end of its period on what a phase says; the next renewal bills it. */
export async function setPhase(work: Work, subscription: Subscription, phase: Phase, at: number): Promise<void> {
  for (const [index, item] of subscription.items.data.entries()) {
    const planned = phase.items[index];
    if (planned === undefined) continue;
    const price = await work.get('price', planned.price);
    // Another rhythm begins its own cycle.
    if (rhythmOf(price) !== rhythmOf(item.price)) subscription.billing_cycle_anchor = at;
    setPlan(item, { price, quantity: planned.quantity ?? 1 });
  }
  if (phase.metadata !== null && Object.keys(phase.metadata).length > 0)
    subscription.metadata = { ...subscription.metadata, ...phase.metadata };
}

/** A plan that is changed directly changes what the running phase says. */
export async function keepPhaseInStep(work: Work, subscription: Subscription): Promise<void> {
  if (subscription.schedule === null) return;
  const schedule = await work.get('subscription_schedule', subscription.schedule);
  const running = phaseAt(schedule, work.now);
  if (running === undefined || sells(subscription, running)) return;
  running.items = phaseOf(subscription).items;
  work.emit('subscription_schedule.updated', schedule);
}

/** Whether a subscription sells already what a phase says. */
export const sells = (subscription: Subscription, phase: Phase): boolean =>
  subscription.items.data.every((item, index) => {
    const planned = phase.items[index];
    return planned?.price === item.price.id && (planned.quantity ?? 1) === (item.quantity ?? 1);
  });
