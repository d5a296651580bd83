// Original file: protos/consult/identity/v1/identity.proto

import type { User as _consult_identity_v1_User, User__Output as _consult_identity_v1_User__Output } from '../../../consult/identity/v1/User.ts';

export interface Session {
  'user'?: (_consult_identity_v1_User | null);
  'accessToken'?: (string);
  'refreshToken'?: (string);
  'expiresInSeconds'?: (number);
}

export interface Session__Output {
  'user': (_consult_identity_v1_User__Output | null);
  'accessToken': (string);
  'refreshToken': (string);
  'expiresInSeconds': (number);
}
