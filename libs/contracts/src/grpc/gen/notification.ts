import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from './consult/common/v1/Empty.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from './consult/common/v1/PageInfo.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from './consult/common/v1/PageRequest.ts';
import type { ListMessagesRequest as _consult_notification_v1_ListMessagesRequest, ListMessagesRequest__Output as _consult_notification_v1_ListMessagesRequest__Output } from './consult/notification/v1/ListMessagesRequest.ts';
import type { ListMessagesResponse as _consult_notification_v1_ListMessagesResponse, ListMessagesResponse__Output as _consult_notification_v1_ListMessagesResponse__Output } from './consult/notification/v1/ListMessagesResponse.ts';
import type { Message as _consult_notification_v1_Message, Message__Output as _consult_notification_v1_Message__Output } from './consult/notification/v1/Message.ts';
import type { NotificationClient as _consult_notification_v1_NotificationClient, NotificationDefinition as _consult_notification_v1_NotificationDefinition } from './consult/notification/v1/Notification.ts';
import type { ResendMessageRequest as _consult_notification_v1_ResendMessageRequest, ResendMessageRequest__Output as _consult_notification_v1_ResendMessageRequest__Output } from './consult/notification/v1/ResendMessageRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  consult: {
    common: {
      v1: {
        Empty: MessageTypeDefinition<_consult_common_v1_Empty, _consult_common_v1_Empty__Output>
        PageInfo: MessageTypeDefinition<_consult_common_v1_PageInfo, _consult_common_v1_PageInfo__Output>
        PageRequest: MessageTypeDefinition<_consult_common_v1_PageRequest, _consult_common_v1_PageRequest__Output>
      }
    }
    notification: {
      v1: {
        ListMessagesRequest: MessageTypeDefinition<_consult_notification_v1_ListMessagesRequest, _consult_notification_v1_ListMessagesRequest__Output>
        ListMessagesResponse: MessageTypeDefinition<_consult_notification_v1_ListMessagesResponse, _consult_notification_v1_ListMessagesResponse__Output>
        Message: MessageTypeDefinition<_consult_notification_v1_Message, _consult_notification_v1_Message__Output>
        Notification: SubtypeConstructor<typeof grpc.Client, _consult_notification_v1_NotificationClient> & { service: _consult_notification_v1_NotificationDefinition }
        ResendMessageRequest: MessageTypeDefinition<_consult_notification_v1_ResendMessageRequest, _consult_notification_v1_ResendMessageRequest__Output>
      }
    }
  }
}

