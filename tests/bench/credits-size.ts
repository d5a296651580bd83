import { inParallel } from '../support/parallel.ts';
import { startCredits, TENANT } from './credits-service.ts';
import { atMost, type Report } from './report.ts';

const BOOKINGS = 10_000;
const CREDITS_PER_PURCHASE = 50;
const LANES = 16;
const KIB = 1_024;
const BAR_KIB = 32;

/** One client buys and books for years: how large the account gets. */
export async function size(namespace: string, progress: (text: string) => void): Promise<Report> {
  const ours = await startCredits(namespace);
  const largest = { bytes: 0 };
  try {
    const purchases = Array.from({ length: BOOKINGS / CREDITS_PER_PURCHASE }, (_, index) => index);
    for (const purchase of purchases) {
      await ours.grant('hot', CREDITS_PER_PURCHASE);
      const bookings = Array.from({ length: CREDITS_PER_PURCHASE }, (_, index) => index);
      await inParallel(bookings, LANES, async () => ours.use('hot', await ours.reserve('hot')));
      if (purchase % 10 === 0) {
        largest.bytes = Math.max(largest.bytes, await accountBytes(ours.deps.accounts));
        progress(`${purchase * CREDITS_PER_PURCHASE} bookings`);
      }
    }
    await ours.settled();
    const bytes = await accountBytes(ours.deps.accounts);
    const rows = [
      ['account at rest', bytes / KIB],
      ['largest seen while booking 16 at once', Math.max(largest.bytes, bytes) / KIB],
    ];
    return {
      tables: [
        {
          title: `Account after ${BOOKINGS} bookings of ${purchases.length} purchases (KiB)`,
          columns: ['', 'KiB'],
          rows,
        },
      ],
      bars: [atMost(`KiB of an account after ${BOOKINGS} bookings`, bytes / KIB, BAR_KIB)],
    };
  } finally {
    await ours.stop();
  }
}

async function accountBytes(accounts: Awaited<ReturnType<typeof startCredits>>['deps']['accounts']): Promise<number> {
  const [found] = await accounts.aggregate<{ bytes: number }>([
    { $match: { tenantId: TENANT, clientId: 'hot' } },
    { $project: { bytes: { $bsonSize: '$$ROOT' } } },
  ]);
  return found?.bytes ?? 0;
}
