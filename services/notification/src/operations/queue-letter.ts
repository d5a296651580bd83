import { derivedId } from '@consult/runtime/ids';
import type { Letter } from '../domain/message.ts';
import { insertMessage, type MessageDocument } from '../store/messages.ts';
import { MESSAGE_LEASE_MS } from './deliver.ts';
import type { Deps } from './deps.ts';

/**
 * Queues a letter to one person: one per cause, template and person, however often the cause is told.
 * It goes to the worker at once.
 */
export async function queueLetter(
  deps: Pick<Deps, 'inserts' | 'clock' | 'delivery' | 'logger'>,
  input: { tenantId: string; userId: string; cause: string; letter: Letter },
): Promise<void> {
  const { tenantId, userId, cause, letter } = input;
  const { template, values } = letter;
  const messageId = derivedId('message', tenantId, cause, template, userId);
  const wallNow = deps.clock.wallNow();
  const mine = deps.delivery.hasRoom();
  const message: MessageDocument = {
    _id: messageId,
    tenantId,
    userId,
    template,
    values,
    causeEventId: cause,
    status: 'queued',
    attempts: mine ? 1 : 0,
    nextAt: mine ? new Date(wallNow.getTime() + MESSAGE_LEASE_MS) : wallNow,
    createdAt: deps.clock.now(),
    outbox: [],
  };
  if (!(await insertMessage(deps.inserts, message))) return;
  deps.logger.info({ messageId, template, userId }, 'message queued');
  if (mine) deps.delivery.hand(message);
  else deps.delivery.nudge();
}
