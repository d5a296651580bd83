import type { Connection } from 'mongoose';
import { isDuplicateKey } from './errors.ts';
import { hotWrite, type Tenanted } from './mongo.ts';

/** Numbers leased at once: one write per so many ids; what is left of a block when a process ends stays unused. */
const BLOCK_SIZE = 20;
const DIGITS_MIN = 4;
const LEASE_TRIES_MAX = 5;
/** Blocks kept at hand; a forgotten one leaves a gap, never a double. */
const TENANTS_MAX = 1_000;
const COLLECTION = 'sequences';

export type Sequence = (tenantId: string) => Promise<string>;

interface Counter extends Tenanted {
  _id: string;
  /** The highest number leased so far. */
  leased: number;
}
interface Block {
  next: number;
  last: number;
}

/** Numbers of a tenant that people see, like `PKG-100001-0007`: unique and growing, with gaps. */
export function createSequence(connection: Connection, prefix: 'PKG' | 'CONS' | 'TXN'): Sequence {
  const blocks = new Map<string, Block>();
  const leases = new Map<string, Promise<void>>();

  async function lease(tenantId: string): Promise<void> {
    const last = await leaseBlock(connection, tenantId, prefix);
    if (blocks.size >= TENANTS_MAX) blocks.clear();
    blocks.set(tenantId, { next: last - BLOCK_SIZE + 1, last });
  }

  return async (tenantId) => {
    for (;;) {
      const block = blocks.get(tenantId);
      if (block !== undefined && block.next <= block.last) {
        const number = block.next;
        block.next += 1;
        return `${prefix}-${tenantId}-${String(number).padStart(DIGITS_MIN, '0')}`;
      }
      // All who wait share one lease; it brings numbers for the first of them, the others may come round again.
      let pending = leases.get(tenantId);
      if (pending === undefined) {
        pending = lease(tenantId).finally(() => leases.delete(tenantId));
        leases.set(tenantId, pending);
      }
      await pending;
    }
  };
}

async function leaseBlock(connection: Connection, tenantId: string, prefix: string): Promise<number> {
  const counters = hotWrite<Counter>(connection, COLLECTION, tenantId);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const counter = await counters.findOneAndUpdate(
        { _id: `${tenantId}:${prefix}` },
        { $inc: { leased: BLOCK_SIZE } },
        { upsert: true, returnDocument: 'after' },
      );
      if (counter === null) throw new Error('an upsert answered no document');
      return counter.leased;
    } catch (error) {
      // Two first leases of a tenant raced; the loser finds the winner's document.
      if (!isDuplicateKey(error) || attempt >= LEASE_TRIES_MAX) throw error;
    }
  }
}
