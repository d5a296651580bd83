import { eventually } from '@consult/testing/eventually';
import { expectInvariants } from '@consult/testing/invariants';
import { consult } from './consult.ts';
import { SETTLE_MS, type World } from './world.ts';

/** Waits until the system has settled, and then every invariant must hold: credits, consultations, money and events agree. */
export async function checkWorld({ stack }: World, withinMs = SETTLE_MS): Promise<void> {
  const { mongoUri, namespace } = stack;
  await eventually(() => expectInvariants({ mongoUri, namespace }), { withinMs });
}

/** Waits until `consult reconcile` finds nothing: transactions, ledger, consultations and Stripe agree. */
export async function expectBooksAgree(world: World, withinMs = SETTLE_MS): Promise<void> {
  await eventually(() => consult(world, 'reconcile'), { withinMs });
}
