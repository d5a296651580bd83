import type { Message } from 'amqplib';

/** How often a handler has failed with this message. */
export const ATTEMPTS_HEADER = 'x-attempts';
/** The error code of the last failure. */
export const REASON_HEADER = 'x-reason';

export function attemptsOf(message: Message): number {
  const value: unknown = headersOf(message)[ATTEMPTS_HEADER];
  return typeof value === 'number' ? value : 0;
}

/** Why a message was parked: the handler's last error code, or the broker's own word (`delivery_limit`). */
export function reasonOf(message: Message): string {
  const headers = headersOf(message);
  const death: unknown = Array.isArray(headers['x-death']) ? headers['x-death'][0] : undefined;
  if (typeof death === 'object' && death !== null && 'reason' in death && death.reason === 'delivery_limit')
    return 'delivery_limit';
  return typeof headers[REASON_HEADER] === 'string' ? headers[REASON_HEADER] : 'unknown';
}

function headersOf(message: Message): Record<string, unknown> {
  return message.properties.headers ?? {};
}
