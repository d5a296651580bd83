import Type from 'typebox';
import type { Static, TSchema } from 'typebox';

/** An event type with the schema of its data. The type is also the routing key: `<context>.<Name>.v<version>`. */
export interface EventDefinition<T extends TSchema = TSchema> {
  readonly type: string;
  readonly schema: T;
}

/**
 * The envelope of every event: CloudEvents 1.0 (https://github.com/cloudevents/spec) with the extensions
 * `tenantid`, `sequence` (the aggregate's version: order is by it, never by arrival) and `traceparent` (W3C).
 */
export const Envelope = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Type.String({ minLength: 1, maxLength: 200 }),
  type: Type.String({ pattern: '^[a-z]+\\.[A-Za-z]+\\.v[0-9]+$' }),
  source: Type.String({ minLength: 1 }),
  subject: Type.String({ minLength: 1 }),
  time: Type.String({ minLength: 20 }),
  datacontenttype: Type.Literal('application/json'),
  tenantid: Type.String({ pattern: '^[0-9]{6}$' }),
  sequence: Type.String({ pattern: '^[0-9]+$' }),
  traceparent: Type.Optional(Type.String()),
  data: Type.Unknown(),
});
export type Envelope = Static<typeof Envelope>;

export type DataOf<D extends EventDefinition> = Static<D['schema']>;
export type EventOf<D extends EventDefinition> = Omit<Envelope, 'data'> & { data: DataOf<D> };

/** Names an event and its schema once; publisher and consumers share the result. */
export function defineEvent<T extends TSchema>(type: string, schema: T): EventDefinition<T> {
  return { type, schema };
}
