import type { mongo } from 'mongoose';
import type { SandboxDatabase } from '../database.ts';
import { actSubscription, retryInvoice } from './billing/renewal.ts';
import { lose } from './payments/dispute.ts';
import { settleRefund } from './payments/refund.ts';
import { perform, type StripeDeps } from './perform.ts';
import type { ObjectDocument } from './store.ts';
import type { Work } from './work.ts';

const BATCH_MAX = 100;
/** One object may have missed several periods, but not for ever: beyond this it does not get ahead. */
const ACTS_PER_OBJECT_MAX = 500;
const NOBODY = { id: null, idempotency_key: null };

/** The first instant up to `until` at which Stripe does something by itself: a renewal, a retry, an expiry. */
export async function nextStripeDue(
  { objects }: Pick<SandboxDatabase, 'objects'>,
  until: Date,
): Promise<Date | undefined> {
  const [first] = await objects.find(dueBy(until)).sort({ dueAt: 1 }).limit(1).toArray();
  return typeof first?.dueAt === 'number' ? new Date(first.dueAt * 1_000) : undefined;
}

/** Does everything that is due by business time now; answers how much it was. */
export async function runStripeDue(deps: StripeDeps): Promise<number> {
  const acts = new Map<string, number>();
  let done = 0;
  for (;;) {
    const due = await deps.database.objects
      .find(dueBy(deps.now()))
      .sort({ dueAt: 1, sequence: 1 })
      .limit(BATCH_MAX)
      .toArray();
    if (due.length === 0) return done;
    for (const document of due) {
      const count = (acts.get(document._id) ?? 0) + 1;
      if (count > ACTS_PER_OBJECT_MAX) throw new Error(`${document.objectId} stays due whatever is done`);
      acts.set(document._id, count);
      await perform(deps, { account: document.account, request: NOBODY }, (work) => act(work, document));
      done += 1;
    }
  }
}

const dueBy = (until: Date): mongo.Filter<ObjectDocument> => ({
  dueAt: { $gt: 0, $lte: Math.floor(until.getTime() / 1_000) },
});

async function act(work: Work, { objectId, kind }: ObjectDocument): Promise<void> {
  if (kind === 'subscription') return actSubscription(work, await work.get('subscription', objectId));
  if (kind === 'invoice') return retryInvoice(work, await work.get('invoice', objectId));
  if (kind === 'refund') return settleRefund(work, await work.get('refund', objectId));
  if (kind === 'dispute') return lose(work, await work.get('dispute', objectId));
  throw new Error(`a ${kind} does nothing by itself`);
}
