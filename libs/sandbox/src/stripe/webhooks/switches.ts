import Type from 'typebox';

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
  },
  { additionalProperties: false },
);
export type WebhookSwitches = Type.Static<typeof WebhookSwitches>;

export const NO_MISBEHAVIOUR: WebhookSwitches = { delayMs: 0, duplicate: false, reorder: false, drop: [] };

/** True when an event of this type is not to be sent. */
export const isDropped = ({ drop }: WebhookSwitches, type: string): boolean =>
  drop.includes('*') || drop.includes(type);
