import { AppError } from '@consult/runtime/errors';
import type { SandboxDatabase } from '../database.ts';

const CLOCK = 'clock';

/** Business time of the whole stack: stands still between advances, moves forwards only, survives a restart. */
export interface BusinessClock {
  now: () => Date;
  /** Moves on and is on disk before it answers. Throws `rule_refused` for an instant in the past. */
  moveTo(instant: Date): Promise<void>;
}

/** Reads the clock from its database; the very first time it starts at `start`. */
export async function openBusinessClock(
  { state }: Pick<SandboxDatabase, 'state'>,
  start: Date,
): Promise<BusinessClock> {
  await state.updateOne({ _id: CLOCK }, { $setOnInsert: { value: start.toISOString() } }, { upsert: true });
  const stored = await state.findOne({ _id: CLOCK });
  let now = new Date(String(stored?.value));
  return {
    now: () => new Date(now),
    async moveTo(instant) {
      if (instant < now) throw inThePast(instant, now);
      await state.updateOne({ _id: CLOCK }, { $set: { value: instant.toISOString() } });
      now = instant;
    },
  };
}

/** 422: the clock never goes back. */
export const inThePast = (instant: Date, now: Date): AppError =>
  new AppError('rule_refused', {
    detail: `The clock stands at ${now.toISOString()} and never goes back to ${instant.toISOString()}.`,
    now: now.toISOString(),
  });
