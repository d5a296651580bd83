import type { mongo } from 'mongoose';
import type { SandboxDatabase } from '../database.ts';
import { dueAtOf } from './billing/due.ts';
import { actSchedule, actSubscription, retryInvoice } from './billing/renewal.ts';
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

async function act(work: Work, { objectId }: ObjectDocument): Promise<void> {
  const object = await work.any(objectId);
  const due = object === undefined ? null : dueAtOf(object);
  // What was done for another object of this batch may have been this one's work too.
  if (object === undefined || due === null || due > work.now) return;
  if (object.object === 'subscription') await actSubscription(work, object);
  else if (object.object === 'subscription_schedule') await actSchedule(work, object);
  else if (object.object === 'invoice') await retryInvoice(work, object);
  else if (object.object === 'refund') await settleRefund(work, object);
  else if (object.object === 'dispute') lose(work, object);
  else throw new Error(`a ${object.object} does nothing by itself`);
}
