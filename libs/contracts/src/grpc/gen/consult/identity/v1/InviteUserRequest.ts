// Original file: protos/consult/identity/v1/identity.proto


export interface InviteUserRequest {
  'email'?: (string);
  'name'?: (string);
  'role'?: (string);
  'timezone'?: (string);
}

export interface InviteUserRequest__Output {
  'email': (string);
  'name': (string);
  'role': (string);
  'timezone': (string);
}
