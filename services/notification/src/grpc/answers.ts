import type { MessageDocument } from '../store/messages.ts';

/** A message as an admin sees it: never what it says. */
export function messageAnswer(message: MessageDocument) {
  const { _id, userId, template, status, attempts, causeEventId, createdAt, sentAt } = message;
  return {
    messageId: _id,
    userId,
    to: message.to ?? '',
    template,
    subject: message.subject ?? '',
    status,
    attempts,
    causeEventId,
    createdAt: createdAt.toISOString(),
    ...(sentAt === undefined ? {} : { sentAt: sentAt.toISOString() }),
    lastError: message.lastError ?? '',
  };
}
