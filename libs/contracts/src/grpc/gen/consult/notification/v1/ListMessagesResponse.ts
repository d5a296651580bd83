// Original file: protos/consult/notification/v1/notification.proto

import type { Message as _consult_notification_v1_Message, Message__Output as _consult_notification_v1_Message__Output } from '../../../consult/notification/v1/Message.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListMessagesResponse {
  'messages'?: (_consult_notification_v1_Message)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListMessagesResponse__Output {
  'messages': (_consult_notification_v1_Message__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
