import { PaymentSucceeded, StripePriceLinked } from '@consult/contracts/events/billing';
import { ALL_EVENTS } from '@consult/contracts/events/all';
import { startTelemetry, withTraceparent } from '@consult/runtime/telemetry';
import { describe, expect, test } from '@jest/globals';
import { newEvent } from '../src/event.ts';
import { on, readEnvelope } from '../src/handler.ts';
import { SUBSCRIPTIONS } from '../src/topology.ts';
import { priceLinked, TENANT } from './support/stack.ts';

const caller = { tenantId: TENANT, userId: 'system', roles: [], service: 'catalog', requestId: '' };

describe('an event', () => {
  test('is a CloudEvents envelope with tenant, version and time', () => {
    const event = priceLinked('price-1', { subject: 'package-7', version: 3 });
    expect(event).toMatchObject({
      specversion: '1.0',
      type: 'billing.StripePriceLinked.v1',
      source: '/consult/billing',
      subject: 'package-7',
      sequence: '3',
      tenantid: TENANT,
      time: '2025-01-20T10:00:00.000Z',
      data: { priceId: 'price-1' },
    });
  });

  test('that does not fit its schema is refused where it is made', () => {
    const data = { packageId: 'package-1', packageVersion: -1, productId: 'product-1', priceId: 'price-1' };
    expect(() =>
      newEvent(StripePriceLinked, { tenantId: TENANT, subject: 's', version: 1, time: new Date(0), data }),
    ).toThrow(expect.objectContaining({ code: 'internal' }));
    expect(() => priceLinked('price-1', { version: -1 })).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  test('carries the trace it was made in', async () => {
    const telemetry = startTelemetry({ service: 'messaging-test' });
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const event = await withTraceparent(`00-${trace}-b7ad6b7169203331-01`, 'a request', async () => priceLinked('p'));
    expect(event.traceparent).toContain(trace);
    await telemetry.stop();
  });

  test('with data fields its reader does not know is read all the same', async () => {
    const heard: unknown[] = [];
    const handler = on(StripePriceLinked, async (event) => void heard.push(event.data.priceId));
    const event = priceLinked('price-1');
    const newer = { ...event, data: { ...event.data, addedNextYear: true } };
    await handler.handle(readEnvelope(Buffer.from(JSON.stringify(newer))), caller);
    expect(heard).toEqual(['price-1']);
  });

  test('with data of the wrong shape never reaches the handler', async () => {
    const handler = on(PaymentSucceeded, async () => {
      throw new Error('must not be called');
    });
    await expect(async () => handler.handle({ ...priceLinked('price-1') }, caller)).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });
});

test('every type that somebody hears is an event of the contracts, and heard once per service', () => {
  for (const definitions of Object.values(SUBSCRIPTIONS)) {
    const types = definitions.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(ALL_EVENTS.has(type)).toBe(true);
  }
});
