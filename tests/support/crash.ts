import { eventually } from '@consult/testing/eventually';
import { expect } from '@jest/globals';
import { SETTLE_MS, type World } from './world.ts';

type PartName = Parameters<World['stack']['part']>[0];

/** Starts a part again so that it kills itself with SIGKILL at this line (`name:2`: at its second pass). */
export async function dieAt({ stack }: World, part: PartName, point: string): Promise<void> {
  await stack.part(part).stop();
  await stack.restart(part, { FAULT_POINT: point });
}

/** Waits until the part has killed itself. */
export async function hasDied({ stack }: World, part: PartName): Promise<void> {
  await eventually(() => expect(stack.part(part).child.signalCode).toBe('SIGKILL'), { withinMs: SETTLE_MS });
}
