import { latency } from './billing-latency.ts';
import { webhooks } from './billing-webhooks.ts';
import { inParts } from './in-parts.ts';

/** How many webhooks are taken, beside what could be, and how soon what was paid can be spent. */
export const billing = inParts({ latency, webhooks });
