import { createHash } from 'node:crypto';
import Type from 'typebox';

const CORRUPT_MAX = 1_000;
const DELAY_MAX_MS = 60_000;
/** How long events gather before they are sent in the wrong order. */
export const REORDER_WINDOW_MS = 250;

/** How webhooks misbehave, for tests. What is dropped can still be had from `GET /v1/events`. */
export const WebhookSwitches = Type.Object(
  {
    /** Wall-clock wait before the first attempt. */
    delayMs: Type.Integer({ default: 0, minimum: 0, maximum: DELAY_MAX_MS }),
    /** Every event is sent twice. */
    duplicate: Type.Boolean({ default: false }),
    /** The events of one moment are sent newest first. */
    reorder: Type.Boolean({ default: false }),
    /** Event types that are never sent; `*` drops all. */
    drop: Type.Array(Type.String({ maxLength: 100 }), { default: [], maxItems: 100 }),
    /** Which share of all events is never sent, and the seed that decides which. */
    dropShare: Type.Number({ default: 0, minimum: 0, maximum: 1 }),
    seed: Type.Integer({ default: 0, minimum: 0 }),
    /** How many deliveries from now on are changed after they were signed. They are tried again as they should be. */
    corrupt: Type.Integer({ default: 0, minimum: 0, maximum: CORRUPT_MAX }),
  },
  { additionalProperties: false },
);
export type WebhookSwitches = Type.Static<typeof WebhookSwitches>;

export const NO_MISBEHAVIOUR: WebhookSwitches = {
  delayMs: 0,
  duplicate: false,
  reorder: false,
  drop: [],
  dropShare: 0,
  seed: 0,
  corrupt: 0,
};

/** True when the event with this number, counted since the switches were set, is not to be sent. */
export function isDropped({ drop, dropShare, seed }: WebhookSwitches, type: string, count: number): boolean {
  if (drop.includes('*') || drop.includes(type)) return true;
  if (dropShare === 0) return false;
  const word = createHash('sha256').update(`${seed}\n${count}`).digest().readUInt32BE(0);
  return word / 2 ** 32 < dropShare;
}
