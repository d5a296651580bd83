import type { Connection } from 'mongoose';
import { isDuplicateKey } from './errors.ts';
import { hotWrite, type Tenanted } from './mongo.ts';

/** Numbers leased at once: one write per so many ids; what is left of a block when a process ends stays unused. */
const BLOCK_SIZE = 20;
/** Where a block is used up within a second, the next one is twice as large, up to this. */
const BLOCK_SIZE_MAX = 640;
const SOON_MS = 1_000;
const DIGITS_MIN = 4;
const LEASE_TRIES_MAX = 5;
/** Tenants whose numbers are kept at hand; forgotten ones leave a gap, never a double. */
const TENANTS_MAX = 1_000;
const COLLECTION = 'sequences';

export type Sequence = (tenantId: string) => Promise<string>;

interface Counter extends Tenanted {
  _id: string;
  /** The highest number leased so far. */
  leased: number;
}

/** Numbers of one tenant at hand. */
interface Stock {
  blocks: { next: number; last: number }[];
  /** Of the last block. */
  size: number;
  leasedAt: number;
  /** The lease under way: all who wait share it. */
  lease?: Promise<void> | undefined;
}

/**
 * Numbers of a tenant that people see, like `PKG-100001-0007`: unique and growing, with gaps. The next block is leased when half of
 * one is used, so that whoever needs a number seldom waits.
 */
export function createSequence(connection: Connection, prefix: 'PKG' | 'CONS' | 'TXN'): Sequence {
  const stocks = new Map<string, Stock>();

  function stockOf(tenantId: string): Stock {
    let stock = stocks.get(tenantId);
    if (stock === undefined) {
      if (stocks.size >= TENANTS_MAX) stocks.clear();
      stock = { blocks: [], size: BLOCK_SIZE, leasedAt: Number.NEGATIVE_INFINITY };
      stocks.set(tenantId, stock);
    }
    return stock;
  }

  async function restock(tenantId: string, stock: Stock): Promise<void> {
    const now = performance.now();
    const size = now - stock.leasedAt < SOON_MS ? Math.min(stock.size * 2, BLOCK_SIZE_MAX) : BLOCK_SIZE;
    const last = await leaseBlock(connection, { tenantId, prefix, size });
    stock.blocks.push({ next: last - size + 1, last });
    Object.assign(stock, { size, leasedAt: now });
  }

  function lease(tenantId: string, stock: Stock): Promise<void> {
    stock.lease ??= restock(tenantId, stock).finally(() => {
      stock.lease = undefined;
    });
    return stock.lease;
  }

  return async (tenantId) => {
    const stock = stockOf(tenantId);
    for (;;) {
      const number = take(stock);
      if (number === undefined) await lease(tenantId, stock);
      else {
        // Where it fails, whoever finds nothing left asks again, and hears of it.
        if (leftIn(stock) < stock.size / 2) void lease(tenantId, stock).catch(() => {});
        return `${prefix}-${tenantId}-${String(number).padStart(DIGITS_MIN, '0')}`;
      }
    }
  };
}

function take({ blocks }: Stock): number | undefined {
  const [block] = blocks;
  if (block === undefined) return undefined;
  const number = block.next;
  block.next += 1;
  if (number === block.last) blocks.shift();
  return number;
}

function leftIn({ blocks }: Stock): number {
  return blocks.reduce((sum, { next, last }) => sum + last - next + 1, 0);
}

/** Answers the highest number of the new block. */
async function leaseBlock(
  connection: Connection,
  { tenantId, prefix, size }: { tenantId: string; prefix: string; size: number },
): Promise<number> {
  const counters = hotWrite<Counter>(connection, COLLECTION, tenantId);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const counter = await counters.findOneAndUpdate(
        { _id: `${tenantId}:${prefix}` },
        { $inc: { leased: size } },
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
