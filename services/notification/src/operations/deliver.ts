import { MessageDelivered, MessageFailed } from '@consult/contracts/events/notification';
import { newEvent } from '@consult/messaging/event';
import { faultPoint } from '@consult/runtime/fault';
import type { LaneWorker } from '@consult/runtime/lane-worker';
import { span } from '@consult/runtime/telemetry';
import { afterFailure, holdsSecret } from '../domain/message.ts';
import { MESSAGES, type MessageDocument, saveFailure, saveSent } from '../store/messages.ts';
import { compose } from './compose.ts';
import type { SendingDeps } from './deps.ts';

/** Longer than a mail server may take; a worker that dies in between leaves the message to the next one after that. */
export const MESSAGE_LEASE_MS = 60_000;

/** Where messages are sent. */
export type Delivery = Pick<LaneWorker<MessageDocument>, 'hasRoom' | 'hand' | 'nudge'>;

/**
 * Sends a leased message. A crash between sending and recording sends it once more, under the same Message-ID.
 */
export function deliver(deps: SendingDeps, message: MessageDocument): Promise<void> {
  return span('deliver', { template: message.template }, () => sendAndRecord(deps, message));
}

async function sendAndRecord(deps: SendingDeps, message: MessageDocument): Promise<void> {
  const attempt = await trySending(deps, message);
  faultPoint('notification.after-send');
  if (attempt.sent) await recordSent(deps, message, attempt);
  else await recordFailure(deps, message, attempt);
}

type Attempt =
  | { sent: true; to: string; subject: string }
  | { sent: false; permanent: boolean; reason: string; to?: string };

async function trySending(deps: SendingDeps, message: MessageDocument): Promise<Attempt> {
  try {
    const mail = await compose(deps, message);
    const { email: to } = mail.to;
    const outcome = await deps.post.send(mail);
    return outcome.sent ? { sent: true, to, subject: mail.subject } : { ...outcome, to };
  } catch (error) {
    // Not to be reached yet, or not known yet: both may change.
    deps.logger.warn({ messageId: message._id, err: error }, 'message not composed');
    return { sent: false, permanent: false, reason: 'not_composed' };
  }
}

async function recordSent(
  deps: SendingDeps,
  message: MessageDocument,
  { to, subject }: { to: string; subject: string },
): Promise<void> {
  const { _id, tenantId, template, attempts } = message;
  const event = newEvent(MessageDelivered, { ...head(deps, message), data: facts(message) });
  const sent = { to, subject, sentAt: deps.clock.now(), forget: holdsSecret(template), event };
  // Somebody else has it by now, and tells of it.
  if (!(await saveSent(deps.messages, message, sent))) return;
  deps.relay.nudge(MESSAGES, tenantId, _id, [event]);
  deps.logger.info({ messageId: _id, template, attempts }, 'message sent');
}

async function recordFailure(
  deps: SendingDeps,
  message: MessageDocument,
  failure: { permanent: boolean; reason: string; to?: string },
): Promise<void> {
  const { _id, tenantId, template, attempts } = message;
  const { permanent, reason, to } = failure;
  const after = afterFailure({ attempts, permanent, wallNow: deps.clock.wallNow() });
  const event =
    after.status === 'failed'
      ? newEvent(MessageFailed, { ...head(deps, message), data: { ...facts(message), attempts } })
      : undefined;
  if (!(await saveFailure(deps.messages, message, { after, reason, to, event }))) return;
  if (event) deps.relay.nudge(MESSAGES, tenantId, _id, [event]);
  deps.logger.warn({ messageId: _id, template, attempts, reason, status: after.status }, 'message not sent');
}

function head(deps: SendingDeps, { _id, tenantId, attempts }: MessageDocument) {
  return { tenantId, subject: _id, version: attempts, time: deps.clock.now() };
}

function facts({ _id, userId, template, causeEventId }: MessageDocument) {
  return { messageId: _id, userId, template, causeEventId };
}
