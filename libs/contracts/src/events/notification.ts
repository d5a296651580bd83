import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import { Count, Id } from '../primitives.ts';

const message = { messageId: Id, userId: Id, template: Type.String(), causeEventId: Id };

export const MessageDelivered = defineEvent('notification.MessageDelivered.v1', Type.Object(message));
/** Parked after the last attempt; an admin may resend it. */
export const MessageFailed = defineEvent('notification.MessageFailed.v1', Type.Object({ ...message, attempts: Count }));
