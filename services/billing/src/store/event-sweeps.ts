import { type Connection, type Model, Schema } from 'mongoose';
import { PLATFORM } from './platform.ts';

/** How far Stripe's list of events has been read in one account. */
interface EventSweep {
  _id: string;
  tenantId: typeof PLATFORM;
  /** The newest event seen. */
  lastEventId: string;
}
export type EventSweeps = Model<EventSweep>;

const schema = new Schema<EventSweep>(
  { _id: String, tenantId: { type: String, required: true }, lastEventId: String },
  { collection: 'event_sweeps', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);

export function eventSweepsOn(connection: Connection): EventSweeps {
  return connection.model<EventSweep>('EventSweep', schema);
}

export async function lastSweptEvent(sweeps: EventSweeps, stripeAccount: string): Promise<string | undefined> {
  const found = await sweeps.findOne({ tenantId: PLATFORM, _id: keyOf(stripeAccount) }).lean<EventSweep>();
  return found?.lastEventId;
}

/** Remembers the newest event seen; two who sweep at once may set each other back, which only costs a second look. */
export async function keepSweptEvent(sweeps: EventSweeps, stripeAccount: string, lastEventId: string): Promise<void> {
  await sweeps.updateOne(
    { tenantId: PLATFORM, _id: keyOf(stripeAccount) },
    { $set: { lastEventId } },
    { upsert: true },
  );
}

/** Starts over: Stripe forgets events after 30 days. */
export async function forgetSweptEvent(sweeps: EventSweeps, stripeAccount: string): Promise<void> {
  await sweeps.deleteOne({ tenantId: PLATFORM, _id: keyOf(stripeAccount) });
}

/** The platform's own account has no id here. */
function keyOf(stripeAccount: string): string {
  return stripeAccount === '' ? 'own' : stripeAccount;
}
