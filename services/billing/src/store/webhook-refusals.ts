import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';
import { PLATFORM } from './platform.ts';

export type WebhookRefusal = 'invalid_signature' | 'unknown_account' | 'wrong_livemode';

interface RefusalCount {
  _id: WebhookRefusal;
  tenantId: typeof PLATFORM;
  count: number;
}
export type WebhookRefusals = Model<RefusalCount>;

const schema = new Schema<RefusalCount>(
  { _id: String, tenantId: { type: String, required: true }, count: Number },
  { collection: 'webhook_refusals', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);

export function webhookRefusalsOn(connection: Connection): WebhookRefusals {
  return connection.model<RefusalCount>('WebhookRefusal', schema);
}

/** Counts a webhook that was refused: all that is ever written because of one. */
export async function countRefusal(refusals: WebhookRefusals, reason: WebhookRefusal): Promise<void> {
  const count = () => refusals.updateOne({ tenantId: PLATFORM, _id: reason }, { $inc: { count: 1 } }, { upsert: true });
  try {
    await count();
  } catch (error) {
    // Two first ones raced for the insert.
    if (!isDuplicateKey(error)) throw error;
    await count();
  }
}
