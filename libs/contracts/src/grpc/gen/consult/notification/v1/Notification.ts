// Original file: protos/consult/notification/v1/notification.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListMessagesRequest as _consult_notification_v1_ListMessagesRequest, ListMessagesRequest__Output as _consult_notification_v1_ListMessagesRequest__Output } from '../../../consult/notification/v1/ListMessagesRequest.ts';
import type { ListMessagesResponse as _consult_notification_v1_ListMessagesResponse, ListMessagesResponse__Output as _consult_notification_v1_ListMessagesResponse__Output } from '../../../consult/notification/v1/ListMessagesResponse.ts';
import type { Message as _consult_notification_v1_Message, Message__Output as _consult_notification_v1_Message__Output } from '../../../consult/notification/v1/Message.ts';
import type { ResendMessageRequest as _consult_notification_v1_ResendMessageRequest, ResendMessageRequest__Output as _consult_notification_v1_ResendMessageRequest__Output } from '../../../consult/notification/v1/ResendMessageRequest.ts';

export interface NotificationClient extends grpc.Client {
  ListMessages(argument: _consult_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  ListMessages(argument: _consult_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  ListMessages(argument: _consult_notification_v1_ListMessagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  ListMessages(argument: _consult_notification_v1_ListMessagesRequest, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _consult_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _consult_notification_v1_ListMessagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _consult_notification_v1_ListMessagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  listMessages(argument: _consult_notification_v1_ListMessagesRequest, callback: grpc.requestCallback<_consult_notification_v1_ListMessagesResponse__Output>): grpc.ClientUnaryCall;
  
  ResendMessage(argument: _consult_notification_v1_ResendMessageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  ResendMessage(argument: _consult_notification_v1_ResendMessageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  ResendMessage(argument: _consult_notification_v1_ResendMessageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  ResendMessage(argument: _consult_notification_v1_ResendMessageRequest, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  resendMessage(argument: _consult_notification_v1_ResendMessageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  resendMessage(argument: _consult_notification_v1_ResendMessageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  resendMessage(argument: _consult_notification_v1_ResendMessageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  resendMessage(argument: _consult_notification_v1_ResendMessageRequest, callback: grpc.requestCallback<_consult_notification_v1_Message__Output>): grpc.ClientUnaryCall;
  
}

export interface NotificationHandlers extends grpc.UntypedServiceImplementation {
  ListMessages: grpc.handleUnaryCall<_consult_notification_v1_ListMessagesRequest__Output, _consult_notification_v1_ListMessagesResponse>;
  
  ResendMessage: grpc.handleUnaryCall<_consult_notification_v1_ResendMessageRequest__Output, _consult_notification_v1_Message>;
  
}

export interface NotificationDefinition extends grpc.ServiceDefinition {
  ListMessages: MethodDefinition<_consult_notification_v1_ListMessagesRequest, _consult_notification_v1_ListMessagesResponse, _consult_notification_v1_ListMessagesRequest__Output, _consult_notification_v1_ListMessagesResponse__Output>
  ResendMessage: MethodDefinition<_consult_notification_v1_ResendMessageRequest, _consult_notification_v1_Message, _consult_notification_v1_ResendMessageRequest__Output, _consult_notification_v1_Message__Output>
}
