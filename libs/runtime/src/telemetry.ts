import { type Attributes, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** Spans leave soon, so that one booking can be looked at right after it was made. */
const EXPORT_DELAY_MS = 500;

/**
 * Starts tracing for this process: own spans at the joints, W3C context, no auto-instrumentation (it cost 35–50 % of throughput).
 * Without exporter and URL nothing is sent, but trace ids still travel and appear in logs. Answers how to flush and stop.
 */
export function startTelemetry(options: { service: string; exporter?: SpanExporter; otlpUrl?: string }): {
  stop(): Promise<void>;
} {
  const processors = [];
  if (options.exporter) processors.push(new SimpleSpanProcessor(options.exporter));
  if (options.otlpUrl !== undefined)
    processors.push(
      new BatchSpanProcessor(new OTLPTraceExporter({ url: options.otlpUrl }), {
        scheduledDelayMillis: EXPORT_DELAY_MS,
      }),
    );
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.service }),
    spanProcessors: processors,
  });
  provider.register();
  return { stop: () => provider.shutdown() };
}

const tracer = () => trace.getTracer('consult');

/** Runs fn inside a span; a throw marks the span as failed and goes on. */
export async function span<T>(
  name: string,
  attributes: Attributes,
  fn: (span: Span) => Promise<T>,
  kind = SpanKind.INTERNAL,
): Promise<T> {
  return tracer().startActiveSpan(name, { attributes, kind }, async (current) => {
    try {
      return await fn(current);
    } catch (error) {
      current.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      current.end();
    }
  });
}

/** The W3C `traceparent` of the span at hand, to carry along in events and calls. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

/** Runs fn in a span that continues the given trace (or begins one). */
export async function withTraceparent<T>(
  traceparent: string | undefined,
  name: string,
  fn: (span: Span) => Promise<T>,
  options: { attributes?: Attributes; kind?: SpanKind } = {},
): Promise<T> {
  const parent = traceparent === undefined ? context.active() : propagation.extract(context.active(), { traceparent });
  return context.with(parent, () => span(name, options.attributes ?? {}, fn, options.kind ?? SpanKind.SERVER));
}

/** A span that outlives one function: for a server whose hooks begin and end a request apart. */
export function beginSpan(
  traceparent: string | undefined,
  name: string,
): { run<T>(fn: () => T): T; end(attributes: Attributes, failed: boolean): void } {
  const parent = traceparent === undefined ? context.active() : propagation.extract(context.active(), { traceparent });
  const current = tracer().startSpan(name, { kind: SpanKind.SERVER }, parent);
  const active = trace.setSpan(parent, current);
  return {
    run: (fn) => context.with(active, fn),
    end: (attributes, failed) => {
      current.setAttributes(attributes);
      if (failed) current.setStatus({ code: SpanStatusCode.ERROR });
      current.end();
    },
  };
}

/** Trace and span id of the work at hand, for logs and problem documents. */
export function traceIds(): { traceId: string; spanId: string } | undefined {
  const current = trace.getActiveSpan()?.spanContext();
  return current ? { traceId: current.traceId, spanId: current.spanId } : undefined;
}
