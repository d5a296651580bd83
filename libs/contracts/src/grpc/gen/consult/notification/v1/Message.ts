// Original file: protos/consult/notification/v1/notification.proto


export interface Message {
  'messageId'?: (string);
  'userId'?: (string);
  'to'?: (string);
  'template'?: (string);
  'subject'?: (string);
  'status'?: (string);
  'attempts'?: (number);
  'causeEventId'?: (string);
  'createdAt'?: (string);
  'sentAt'?: (string);
  'lastError'?: (string);
  '_sentAt'?: "sentAt";
}

export interface Message__Output {
  'messageId': (string);
  'userId': (string);
  'to': (string);
  'template': (string);
  'subject': (string);
  'status': (string);
  'attempts': (number);
  'causeEventId': (string);
  'createdAt': (string);
  'sentAt'?: (string);
  'lastError': (string);
}
