import type { Envelope } from '@consult/contracts/envelope';
import { systemCaller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import type { Logger } from '@consult/runtime/logger';
import { withRequestId } from '@consult/runtime/request-context';
import { withTraceparent } from '@consult/runtime/telemetry';
import { SpanKind } from '@opentelemetry/api';
import type { ConsumeMessage } from 'amqplib';
import type { Broker } from './broker.ts';
import { within } from './deadline.ts';
import { type Handler, readEnvelope } from './handler.ts';
import { ATTEMPTS_HEADER, attemptsOf, REASON_HEADER } from './headers.ts';
import type { Service } from './topology.ts';

/** A handler that is not done by then has failed; it may still go on, which its id makes harmless. */
const HANDLER_LIMIT_MS = 30_000;

export interface DeliveryDeps {
  service: Service;
  broker: Broker;
  handlers: ReadonlyMap<string, Handler>;
  logger: Logger;
}

/**
 * Does one message's work and answers once it may be acknowledged: it is done (the effect is there, or the message stands among
 * the parked), or it waits safely for another try. Throws only when the broker cannot take it: then it must stay.
 */
export async function deliver(deps: DeliveryDeps, message: ConsumeMessage): Promise<'done' | 'waits'> {
  const failure = await attempt(deps, message);
  if (failure === undefined) return 'done';
  const attempts = attemptsOf(message) + 1;
  const delayMs = failure.hopeless ? undefined : deps.broker.topology.retryDelaysMs[attempts - 1];
  const facts = {
    messageId: String(message.properties.messageId),
    type: String(message.properties.type),
    attempts,
    reason: failure.code,
  };
  if (delayMs === undefined) {
    await send(deps, message, {
      exchange: '',
      routingKey: deps.broker.topology.parkedQueueOf(deps.service),
      attempts,
      reason: failure.code,
    });
    deps.logger.error(facts, 'message parked');
    return 'done';
  }
  const routingKey = `${delayMs}.${deps.service}`;
  await send(deps, message, { exchange: deps.broker.topology.retry, routingKey, attempts, reason: failure.code });
  deps.logger.warn({ ...facts, delayMs, fault: failure.fault }, 'message will be tried again');
  return 'waits';
}

interface Failure {
  /** An error code, never a payload. */
  code: string;
  /** Trying again cannot help. */
  hopeless: boolean;
  /** The kind of an unexpected error, for the log. */
  fault?: string;
}

async function attempt(deps: DeliveryDeps, message: ConsumeMessage): Promise<Failure | undefined> {
  try {
    const event = readEnvelope(message.content);
    const handler = deps.handlers.get(event.type);
    if (handler === undefined) return { code: 'unknown_type', hopeless: true };
    await within(HANDLER_LIMIT_MS, run(deps.service, handler, event));
    return undefined;
  } catch (error) {
    if (isAppError(error)) return { code: error.code, hopeless: error.code === 'invalid_request' };
    return {
      code: 'internal',
      hopeless: false,
      fault: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
    };
  }
}

function run(service: Service, handler: Handler, event: Envelope): Promise<void> {
  const caller = systemCaller(event.tenantid, service, event.id);
  const attributes = { 'messaging.message.id': event.id, tenantId: event.tenantid };
  return withRequestId(event.id, () =>
    withTraceparent(event.traceparent, `consume ${event.type}`, () => handler.handle(event, caller), {
      kind: SpanKind.CONSUMER,
      attributes,
    }),
  );
}

async function send(
  { broker }: DeliveryDeps,
  message: ConsumeMessage,
  to: { exchange: string; routingKey: string; attempts: number; reason: string },
): Promise<void> {
  await broker.publish({
    exchange: to.exchange,
    routingKey: to.routingKey,
    content: message.content,
    mandatory: true,
    messageId: String(message.properties.messageId),
    type: String(message.properties.type),
    headers: { [ATTEMPTS_HEADER]: to.attempts, [REASON_HEADER]: to.reason },
  });
}
