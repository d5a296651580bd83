// Original file: protos/consult/identity/v1/identity.proto

import type { User as _consult_identity_v1_User, User__Output as _consult_identity_v1_User__Output } from '../../../consult/identity/v1/User.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListUsersResponse {
  'users'?: (_consult_identity_v1_User)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListUsersResponse__Output {
  'users': (_consult_identity_v1_User__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
