import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import type { Deps } from '../operations/deps.ts';
import { readMessages, resendMessage } from '../operations/read-messages.ts';
import type { MessageDocument } from '../store/messages.ts';

/** The gRPC door of notification: parse, call the operation, show the answer. */
export function notificationHandlers(deps: Deps): Handlers<'notification'> {
  return {
    async listMessages(caller, { userId, template, status, page }) {
      const { limit, place } = timePage(page);
      const found = await readMessages(deps, caller, { userId, template, status }, { limit: limit + 1, place });
      const { rows, page: info } = pageOf(found, limit, ({ createdAt, _id }) => ({ at: createdAt, _id }));
      return { messages: rows.map(view), page: info };
    },
    async resendMessage(caller, { messageId }) {
      return view(await resendMessage(deps, caller, messageId));
    },
  };
}

function view(message: MessageDocument) {
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
