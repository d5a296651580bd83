import { Envelope, type EventDefinition, type EventOf } from '@consult/contracts/envelope';
import type { Caller } from '@consult/runtime/caller';
import { parse, parseJson } from '@consult/runtime/parse';
import type { TSchema } from 'typebox';

/** One row of a service's table of consumers. */
export interface Handler {
  type: string;
  /** Parses the event's data, then does the work. Throws `invalid_request` when the data does not fit its schema. */
  handle(event: Envelope, caller: Caller): Promise<void>;
}

/**
 * What a service does when it hears an event. It may arrive twice and in any order: the effect needs an id of its own,
 * a natural key, or `oncePerMessage`. Data fields that the schema does not know are let through.
 */
export function on<T extends TSchema>(
  definition: EventDefinition<T>,
  handle: (event: EventOf<EventDefinition<T>>, caller: Caller) => Promise<void>,
): Handler {
  return {
    type: definition.type,
    handle: (event, caller) => handle({ ...event, data: parse(definition.schema, event.data) }, caller),
  };
}

/** The envelope of a message. Throws `invalid_request`. */
export function readEnvelope(content: Buffer): Envelope {
  return parseJson(Envelope, content.toString('utf8'));
}
