// Original file: protos/consult/notification/v1/notification.proto


export interface ResendMessageRequest {
  'messageId'?: (string);
}

export interface ResendMessageRequest__Output {
  'messageId': (string);
}
