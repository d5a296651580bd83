import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { mailOf } from '../support/mail.ts';
import { startSale } from '../support/sale.ts';
import { freshKey, type Person, SETTLE_MS, type World } from '../support/world.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  service: string;
}

/** The collector that services send their spans to (OTLP over HTTP, JSON), kept in memory. */
function createCollector(): { server: Server; spans: Span[] } {
  const spans: Span[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      spans.push(...read(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Otlp));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  return { server, spans };
}

interface Otlp {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Omit<Span, 'service'>[] }[];
  }[];
}

function read(body: Otlp): Span[] {
  return body.resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const name = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service: name })));
  });
}

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('tracing', () => {
  const { server, spans } = createCollector();
  let world: World;
  let client: Person;
  let mike: Person;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bundle = { name: 'Quick Start', credits: 3, days: 60, amount: 29_700 };
    const env = { OTLP_URL: `http://127.0.0.1:${port}/v1/traces` };
    ({ world, mike, client } = await startSale('traces', bundle, env));
  }, 180_000);
  afterAll(async () => {
    await world?.stop();
    await new Promise((resolve) => server.close(resolve));
  }, 60_000);

  test('one booking is one trace: gateway, scheduling, credits, the broker and notification', async () => {
    const traceId = TRACE_ID;
    const booked = await client.api.with({ traceparent: `00-${traceId}-00f067aa0ba902b7-01` }).post(
      '/api/consultations',
      {
        consultantId: mike.userId,
        title: 'Traced from end to end',
        type: 'advisory',
        scheduledStart: '2025-01-06T10:00:00Z',
        durationMinutes: 60,
      },
      freshKey(),
    );
    expect(booked.status).toBe(201);
    await mailOf(world, client, /Traced from end to end/);
    await eventually(
      () => {
        const trace = spans.filter((span) => span.traceId === traceId);
        const services = new Set(trace.map((span) => span.service));
        expect([...services].sort()).toEqual(
          expect.arrayContaining(['credits', 'gateway', 'notification', 'scheduling']),
        );
        const names = trace.map((span) => `${span.service}: ${span.name}`);
        expect(names).toEqual(
          expect.arrayContaining([expect.stringMatching(/^scheduling: publish .*ConsultationScheduled/)]),
        );
        expect(names).toEqual(
          expect.arrayContaining([expect.stringMatching(/^notification: consume .*ConsultationScheduled/)]),
        );
        expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/^credits: grpc /)]));
      },
      { withinMs: SETTLE_MS },
    );
    // Each span hangs under another one of the trace, or under the caller's.
    const trace = spans.filter((span) => span.traceId === traceId);
    const ids = new Set(['00f067aa0ba902b7', ...trace.map((span) => span.spanId)]);
    for (const span of trace) expect([span.name, ids.has(span.parentSpanId ?? '')]).toEqual([span.name, true]);
  }, 60_000);

  test('another request is another trace, in every service', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await client.api.with({ traceparent: `00-${traceId}-b7ad6b7169203331-01` }).get('/api/billing/credits/balance');
    await eventually(
      () => {
        const services = spans.filter((span) => span.traceId === traceId).map(({ service }) => service);
        expect([...new Set(services)].sort()).toEqual(['credits', 'gateway']);
      },
      { withinMs: SETTLE_MS },
    );
    // Late spans of the booking's trace may still come in; none of this request's is among them.
    const namesOf = (id: string) => spans.filter((span) => span.traceId === id).map(({ name }) => name);
    expect(namesOf(traceId).filter((name) => namesOf(TRACE_ID).includes(name))).toEqual([]);
  }, 60_000);
});
