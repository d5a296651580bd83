import { AppError } from '@consult/runtime/errors';
import type { Logger } from '@consult/runtime/logger';
import { inThePast, type BusinessClock } from './business-clock.ts';
import type { Participant, Participants } from './participants.ts';

/** How long the effects of one instant may take to spread. */
const SETTLE_WITHIN_MS = 20_000;
const POLL_MS = 10;
/** The whole call; whoever asks waits two minutes. */
const ADVANCE_WITHIN_MS = 110_000;
/** What stays due although its instant was worked off this often does not get done. */
const PASSES_PER_INSTANT_MAX = 20;

export interface AdvanceDeps {
  clock: BusinessClock;
  participants: Participants;
  /** The Stripe sandbox: it has due work of its own, and webhooks under way. */
  stripe: {
    nextDue(until: Date): Promise<Date | undefined>;
    runDue(): Promise<number>;
    undelivered(): Promise<number>;
    attempts(): number;
    hold(): void;
    release(): void;
  };
  logger: Logger;
  wallNow: () => Date;
}

/** Calls come one after another; each goes from due instant to due instant up to its target and answers the time reached. */
export function createAdvance(deps: AdvanceDeps): (target: (now: Date) => Date) => Promise<Date> {
  let last: Promise<unknown> = Promise.resolve();
  return (target) => {
    const run = last.then(() => advance(deps, target(deps.clock.now())));
    last = run.catch(() => undefined);
    return run;
  };
}

async function advance(deps: AdvanceDeps, target: Date): Promise<Date> {
  const { clock } = deps;
  if (target < clock.now()) throw inThePast(target, clock.now());
  const endsAt = deps.wallNow().getTime() + ADVANCE_WITHIN_MS;
  let passes = 0;
  let first = true;
  for (;;) {
    const due = await earliestDue(deps, target);
    // The target itself is always told, also when nothing is due there.
    if (due === undefined && !first && clock.now() >= target) return clock.now();
    const instant = new Date(Math.max(clock.now().getTime(), (due?.at ?? target).getTime()));
    passes = instant > clock.now() ? 1 : passes + 1;
    if (passes > PASSES_PER_INSTANT_MAX) throw notDone(deps, due?.who ?? 'somebody');
    await step(deps, instant, endsAt);
    first = false;
  }
}

async function earliestDue(
  { participants, stripe }: AdvanceDeps,
  until: Date,
): Promise<{ at: Date; who: string } | undefined> {
  const asked = [
    stripe.nextDue(until).then((at) => ({ at, who: 'stripe' })),
    ...participants.present().map(async (one) => ({ at: await participants.dueOf(one, until), who: one.name })),
  ];
  const answers = await Promise.all(asked);
  const due = answers.flatMap(({ at, who }) => (at === undefined || at > until ? [] : [{ at, who }]));
  return due.toSorted((left, right) => left.at.getTime() - right.at.getTime())[0];
}

/** One instant: everyone is told, does what is due, and all that follows from it comes to rest. */
async function step(deps: AdvanceDeps, instant: Date, endsAt: number): Promise<void> {
  const { clock, participants, stripe } = deps;
  // Webhooks wait until all know the time: nobody hears of a renewal that is still in its future.
  stripe.hold();
  try {
    await clock.moveTo(instant);
    await stripe.runDue();
    await Promise.all(participants.present().map((one) => participants.tell(one, instant)));
  } finally {
    stripe.release();
  }
  await settle(deps, Math.min(endsAt, deps.wallNow().getTime() + SETTLE_WITHIN_MS));
}

/** Waits until everyone is idle twice in a row and nothing has happened in between. */
async function settle(deps: AdvanceDeps, endsAt: number): Promise<void> {
  let before: string | undefined;
  for (;;) {
    const { busy, activity } = await look(deps);
    if (busy.length === 0 && activity === before) return;
    before = busy.length === 0 ? activity : undefined;
    if (deps.wallNow().getTime() > endsAt) throw notIdle(deps, busy);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function look({ participants, stripe }: AdvanceDeps): Promise<{ busy: string[]; activity: string }> {
  const asked = participants.present().map(async (one) => ({ one, ...(await participants.idleOf(one)) }));
  const [undelivered, ...answers] = await Promise.all([stripe.undelivered(), ...asked]);
  const webhooks = undelivered > 0 ? [`${undelivered} webhooks`] : [];
  const busy = answers.filter(({ idle }) => !idle).map(({ one }) => nameOf(one));
  const counts = answers.map(({ one, activity }) => `${one.instanceId}=${activity}`).toSorted();
  return { busy: [...busy, ...webhooks], activity: [...counts, `webhooks=${stripe.attempts()}`].join(' ') };
}

const nameOf = ({ name, instanceId }: Participant): string => `${name} (${instanceId})`;

function notIdle({ clock, logger }: AdvanceDeps, busy: readonly string[]): AppError {
  logger.warn({ busy, businessTime: clock.now().toISOString() }, 'the system did not come to rest');
  const who = busy.length === 0 ? 'everybody went on working' : `still busy: ${busy.join(', ')}`;
  return new AppError('deadline_exceeded', {
    detail: `The system did not come to rest: ${who}.`,
    busy,
    now: clock.now().toISOString(),
  });
}

function notDone({ clock }: AdvanceDeps, who: string): AppError {
  return new AppError('deadline_exceeded', {
    detail: `${who} says something is due and does not get it done.`,
    busy: [who],
    now: clock.now().toISOString(),
  });
}
