import { Envelope, type EventDefinition, type EventOf } from '@consult/contracts/envelope';
import { newId } from '@consult/runtime/ids';
import { parse } from '@consult/runtime/parse';
import { currentTraceparent } from '@consult/runtime/telemetry';
import type { Static, TSchema } from 'typebox';

export interface EventFields<T extends TSchema> {
  tenantId: string;
  /** Id of the aggregate the event tells of. */
  subject: string;
  /** The aggregate's version after the change; consumers order by it. */
  version: number;
  /** Business time. */
  time: Date;
  data: Static<T>;
  /** By default new; a derived id makes a repeated decision the same event. */
  id?: string;
}

/** The envelope of an event that has happened, within the trace at hand. Throws `internal` when it does not fit its schema: that is our bug. */
export function newEvent<T extends TSchema>(
  definition: EventDefinition<T>,
  fields: EventFields<T>,
): EventOf<EventDefinition<T>> {
  const traceparent = currentTraceparent();
  const event = {
    specversion: '1.0' as const,
    id: fields.id ?? newId(),
    type: definition.type,
    source: `/consult/${definition.type.split('.', 1).join('')}`,
    subject: fields.subject,
    time: fields.time.toISOString(),
    datacontenttype: 'application/json' as const,
    tenantid: fields.tenantId,
    sequence: String(fields.version),
    ...(traceparent === undefined ? {} : { traceparent }),
    data: parse(definition.schema, fields.data, 'internal'),
  };
  parse(Envelope, event, 'internal');
  return event;
}
