import { AppError } from '@consult/runtime/errors';
import type { ConfirmChannel } from 'amqplib';
import { within } from './deadline.ts';

/** A confirm that is not here by then counts as failed; it may still have arrived. */
const CONFIRM_WAIT_MS = 5_000;
/** Messages on their way to the broker; more are refused, so that a broker that has stopped reading costs bounded memory. */
const UNCONFIRMED_MAX = 2_000;

/** One message on its way out. */
export interface Outgoing {
  exchange: string;
  routingKey: string;
  content: Buffer;
  /** A message that reaches no queue is a failure. */
  mandatory: boolean;
  messageId: string;
  type: string;
  headers?: Record<string, unknown>;
}

export interface Publisher {
  /** Follows a newly opened channel. */
  watch(channel: ConfirmChannel): void;
  /** Resolves when the broker has the message safely. Throws `dependency_unavailable` or `deadline_exceeded` when that is not certain. */
  publish(channel: ConfirmChannel | undefined, message: Outgoing): Promise<void>;
}

/** Publishes with confirms, many at a time, in the order of the calls. */
export function createPublisher(): Publisher {
  const returned = new Set<string>();
  let unconfirmed = 0;
  let tickets = 0;

  function send(channel: ConfirmChannel, message: Outgoing): Promise<void> {
    tickets += 1;
    const ticket = String(tickets);
    return new Promise((resolve, reject) => {
      channel.publish(message.exchange, message.routingKey, message.content, optionsOf(message, ticket), (error) => {
        unconfirmed -= 1;
        // The broker confirms what it could not route, too, but sends it back first.
        if (returned.delete(ticket)) reject(unavailable('unroutable'));
        else if (error) reject(unavailable('not_confirmed'));
        else resolve();
      });
      unconfirmed += 1;
    });
  }

  return {
    watch: (channel) => {
      channel.on('return', (message) => returned.add(String(message.properties.correlationId)));
    },
    publish: async (channel, message) => {
      if (channel === undefined) throw unavailable('not_connected');
      if (unconfirmed >= UNCONFIRMED_MAX) throw unavailable('too_many_unconfirmed');
      await within(CONFIRM_WAIT_MS, send(channel, message));
    },
  };
}

function optionsOf(message: Outgoing, ticket: string) {
  return {
    persistent: true,
    mandatory: message.mandatory,
    contentType: 'application/cloudevents+json',
    messageId: message.messageId,
    type: message.type,
    correlationId: ticket,
    headers: message.headers ?? {},
  };
}

function unavailable(reason: string): AppError {
  return new AppError('dependency_unavailable', { dependency: 'broker', reason });
}
