// Original file: protos/consult/notification/v1/notification.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListMessagesRequest {
  'userId'?: (string);
  'template'?: (string);
  'status'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  '_userId'?: "userId";
  '_template'?: "template";
  '_status'?: "status";
}

export interface ListMessagesRequest__Output {
  'userId'?: (string);
  'template'?: (string);
  'status'?: (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
}
