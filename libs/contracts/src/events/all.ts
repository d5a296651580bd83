import type { EventDefinition } from '../envelope.ts';
import * as billing from './billing.ts';
import * as catalog from './catalog.ts';
import * as credits from './credits.ts';
import * as identity from './identity.ts';
import * as notification from './notification.ts';
import * as scheduling from './scheduling.ts';

const isDefinition = (value: unknown): value is EventDefinition =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  'schema' in value &&
  typeof value.type === 'string' &&
  /\.v\d+$/.test(value.type);

/** Every event type there is, by its routing key: for the contract tests and the event reference. */
export const ALL_EVENTS: ReadonlyMap<string, EventDefinition> = new Map(
  [identity, catalog, billing, credits, scheduling, notification]
    .flatMap((module) => Object.values(module).filter(isDefinition))
    .map((definition) => [definition.type, definition]),
);
