// Original file: protos/consult/identity/v1/identity.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListUsersRequest {
  'role'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
}

export interface ListUsersRequest__Output {
  'role': (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
}
