import { eventually } from '@consult/testing/eventually';
import { expect } from '@jest/globals';
import { SETTLE_MS, type World } from './world.ts';

type PartName = Parameters<World['stack']['part']>[0];

/** Starts a part again so that it kills itself with SIGKILL at this line (`name:2`: at its second pass). */
export async function dieAt({ stack }: World, part: PartName, point: string): Promise<void> {
  await stack.part(part).stop();
  await stack.restart(part, { FAULT_POINT: point });
}

/** What a caller sees of a part that is gone. */
export const GONE = [502, 503, 504];

/**
 * As `dieAt`, and sends until the part has died of it, as a browser does that had no answer: the first may come before
 * the others have found the new process. `send` must carry one idempotency key; the part stays dead.
 */
export async function diesAskedAt(
  world: World,
  part: PartName,
  point: string,
  send: () => Promise<{ status: number }>,
  alsoAnswered: readonly number[] = [],
): Promise<void> {
  await dieAt(world, part, point);
  await eventually(
    async () => {
      expect([...GONE, ...alsoAnswered]).toContain((await send()).status);
      expect(world.stack.part(part).child.signalCode).toBe('SIGKILL');
    },
    { withinMs: SETTLE_MS },
  );
}

/** Waits until the part has killed itself. */
export async function hasDied({ stack }: World, part: PartName): Promise<void> {
  await eventually(() => expect(stack.part(part).child.signalCode).toBe('SIGKILL'), { withinMs: SETTLE_MS });
}

/** Starts a part again and waits until it is found: `ask`, a read of it, is answered. */
export async function comesBack(world: World, part: PartName, ask: () => Promise<{ status: number }>): Promise<void> {
  await world.stack.restart(part);
  await eventually(async () => expect(GONE).not.toContain((await ask()).status));
}
