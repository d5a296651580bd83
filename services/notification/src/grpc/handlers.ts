import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import type { Deps } from '../operations/deps.ts';
import { readMessages, resendMessage } from '../operations/read-messages.ts';
import { messageAnswer } from './answers.ts';

/** The gRPC door of notification: parse, call the operation, show the answer. */
export function handlers(deps: Deps): Handlers<'notification'> {
  return {
    async listMessages(caller, { userId, template, status, page }) {
      const { limit, place } = timePage(page);
      const found = await readMessages(deps, caller, { userId, template, status }, { limit: limit + 1, place });
      const { rows, page: info } = pageOf(found, limit, ({ createdAt, _id }) => ({ at: createdAt, _id }));
      return { messages: rows.map(messageAnswer), page: info };
    },
    async resendMessage(caller, { messageId }) {
      return messageAnswer(await resendMessage(deps, caller, messageId));
    },
  };
}
