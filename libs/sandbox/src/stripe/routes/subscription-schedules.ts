import { endSubscription } from '../billing/closing.ts';
import { phaseAt, sells, type Phase } from '../billing/phases.ts';
import { release, scheduleFrom } from '../billing/schedule.ts';
import { emptyPhase, phaseItem } from '../billing/schedule-shape.ts';
import { recurringPrice } from '../billing/subscription.ts';
import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Subscription, SubscriptionSchedule } from '../objects.ts';
import { integer, listOf, needed, nested, oneOf, range, strings, word, type Param, type Values } from '../params.ts';
import { periodEndAfter, type Recurrence } from '../periods.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { PRORATION_BEHAVIOR } from './subscription-update.ts';

const PHASES_MAX = 10;
const PHASE = {
  currency: word,
  duration: nested({ interval: needed(oneOf('day', 'week', 'month', 'year')), interval_count: integer }),
  end_date: integer,
  items: needed(listOf(nested({ price: needed(word), quantity: integer }))),
  metadata: strings,
  proration_behavior: PRORATION_BEHAVIOR,
  start_date: instantOrNow(),
};
const CHANGES = {
  end_behavior: oneOf('cancel', 'release'),
  metadata: strings,
  phases: listOf(nested(PHASE)),
  proration_behavior: PRORATION_BEHAVIOR,
};

export const subscriptionScheduleRoutes: readonly Route[] = [
  route(
    'POST',
    '/v1/subscription_schedules',
    { from_subscription: needed(word), metadata: strings },
    async ({ work }, { from_subscription: from, metadata }) => {
      const subscription = await work.get('subscription', from, 'from_subscription');
      return scheduleFrom(work, subscription, { metadata: mergeMetadata(null, metadata) });
    },
  ),
  route('GET', '/v1/subscription_schedules/:id', {}, ({ work, id }) => work.get('subscription_schedule', id)),
  route('POST', '/v1/subscription_schedules/:id', CHANGES, async ({ work, id }, values) => {
    const { schedule, subscription } = await running(work, id, 'update');
    schedule.metadata = mergeMetadata(schedule.metadata, values.metadata);
    schedule.end_behavior = values.end_behavior ?? schedule.end_behavior;
    if (values.phases !== undefined) await setPhases(work, { schedule, subscription }, values.phases);
    work.emit('subscription_schedule.updated', schedule);
    return schedule;
  }),
  route('POST', '/v1/subscription_schedules/:id/release', {}, async ({ work, id }) => {
    const { schedule, subscription } = await running(work, id, 'release');
    release(work, schedule, subscription);
    return schedule;
  }),
  route('POST', '/v1/subscription_schedules/:id/cancel', {}, async ({ work, id }) => {
    const { schedule, subscription } = await running(work, id, 'cancel');
    await endSubscription(work, subscription, 'cancellation_requested');
    return schedule;
  }),
  route('GET', '/v1/subscription_schedules', { ...PAGE, created: range, customer: word }, (call, values) => {
    const equal = equalFilter({ 'body.customer': values.customer });
    return listOfKind(call, 'subscription_schedule', {
      filter: { ...equal, ...rangeFilter('body.created', values.created) },
      values,
    });
  }),
];

async function running(
  work: Work,
  id: string,
  deed: string,
): Promise<{ schedule: SubscriptionSchedule; subscription: Subscription }> {
  const schedule = await work.get('subscription_schedule', id);
  if (schedule.status === 'active' && schedule.subscription !== null)
    return { schedule, subscription: await work.get('subscription', schedule.subscription) };
  throw invalid(`You cannot ${deed} a subscription schedule that is currently in the \`${schedule.status}\` status.`);
}

/** Phases follow one another without gaps; the one that runs can only change its end. */
async function setPhases(
  work: Work,
  { schedule, subscription }: { schedule: SubscriptionSchedule; subscription: Subscription },
  given: readonly Values<typeof PHASE>[],
): Promise<void> {
  if (given.length === 0 || given.length > PHASES_MAX)
    throw invalid(`A schedule has between 1 and ${PHASES_MAX} phases here.`, { param: 'phases' });
  const phases: Phase[] = [];
  for (const [index, values] of given.entries()) {
    const start = startOf(work, values, phases.at(-1));
    if (phases.length > 0 && start !== phases.at(-1)?.end_date)
      throw invalid('A phase must start when the one before it ends.', { param: `phases[${index}][start_date]` });
    phases.push(await newPhase(work, { values, start, subscription, name: `phases[${index}]` }));
  }
  const current = phaseAt({ ...schedule, phases }, work.now);
  if (current === undefined || phases[0]?.start_date !== schedule.current_phase?.start_date) {
    throw invalid('You can not modify the start date of the current phase.', { param: 'phases[0][start_date]' });
  }
  if (!sells(subscription, current))
    throw invalid('The sandbox changes phases to come only: update the subscription to change what runs.', {
      param: 'phases[0][items]',
    });
  schedule.phases = phases;
  schedule.current_phase = { start_date: current.start_date, end_date: current.end_date };
}

function startOf({ now }: Work, { start_date: given }: Values<typeof PHASE>, before: Phase | undefined): number {
  if (given === 'now') return now;
  const start = given ?? before?.end_date;
  if (start !== undefined) return start;
  throw invalid('Missing required param: phases[0][start_date].', {
    code: 'parameter_missing',
    param: 'phases[0][start_date]',
  });
}

async function newPhase(
  work: Work,
  {
    values,
    start,
    subscription,
    name,
  }: { values: Values<typeof PHASE>; start: number; subscription: Subscription; name: string },
): Promise<Phase> {
  if (values.items.length !== subscription.items.data.length)
    throw invalid('The sandbox keeps the number of items.', { param: `${name}[items]` });
  const items = [];
  let recurrence: Recurrence = { interval: 'month', interval_count: 1 };
  for (const [index, { price: id, quantity }] of values.items.entries()) {
    const price = await recurringPrice(work, id, `${name}[items][${index}][price]`);
    recurrence = price.recurring ?? recurrence;
    items.push(phaseItem(price.id, quantity ?? 1));
  }
  const { duration, end_date: ends } = values;
  const { interval, interval_count: count = 1 } = duration ?? recurrence;
  const end = ends ?? periodEndAfter(start, { interval, interval_count: count }, start);
  if (end <= start) throw invalid('A phase must end after its start.', { param: `${name}[end_date]` });
  return {
    ...emptyPhase(),
    currency: subscription.currency,
    start_date: start,
    end_date: end,
    items,
    metadata: mergeMetadata(null, values.metadata),
    proration_behavior: values.proration_behavior ?? 'create_prorations',
  };
}

function instantOrNow(): Param<number | 'now', false> {
  return { needed: false, read: (raw, name) => (raw === 'now' ? 'now' : integer.read(raw, name)) };
}
