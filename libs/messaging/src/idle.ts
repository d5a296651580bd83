import type { Consumer } from './consumer.ts';
import type { Relay } from './relay.ts';

/**
 * The `idle` of a service: nothing queued, nothing in hand, nothing unpublished. `activity` grows with everything done.
 * The consumer is asked first: what it has just written is then seen among the unpublished.
 */
export function idleOf(parts: {
  relay: Relay;
  consumer?: Consumer;
}): () => Promise<{ idle: boolean; activity: number }> {
  const { relay, consumer } = parts;
  return async () => {
    const idle = (consumer === undefined || (await consumer.idle())) && (await relay.pending()) === 0;
    return { idle, activity: relay.published() + (consumer?.handled() ?? 0) };
  };
}
