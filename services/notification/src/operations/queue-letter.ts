import { derivedId } from '@consult/runtime/ids';
import type { Letter } from '../domain/message.ts';
import { insertMessage } from '../store/messages.ts';
import type { Deps } from './deps.ts';

/**
 * Queues a letter to one person: one per cause, template and person, however often the cause is told.
 * It is sent by the worker, which is told at once.
 */
export async function queueLetter(
  deps: Pick<Deps, 'messages' | 'clock' | 'deliverSoon' | 'logger'>,
  input: { tenantId: string; userId: string; cause: string; letter: Letter },
): Promise<void> {
  const { tenantId, userId, cause, letter } = input;
  const { template, values } = letter;
  const messageId = derivedId('message', tenantId, cause, template, userId);
  const isNew = await insertMessage(deps.messages, {
    _id: messageId,
    tenantId,
    userId,
    template,
    values,
    causeEventId: cause,
    status: 'queued',
    attempts: 0,
    nextAt: deps.clock.wallNow(),
    createdAt: deps.clock.now(),
    outbox: [],
  });
  if (!isNew) return;
  deps.logger.info({ messageId, template, userId }, 'message queued');
  deps.deliverSoon();
}
