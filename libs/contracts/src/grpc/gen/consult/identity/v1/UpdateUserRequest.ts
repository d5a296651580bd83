// Original file: protos/consult/identity/v1/identity.proto


export interface UpdateUserRequest {
  'name'?: (string);
  'timezone'?: (string);
  '_name'?: "name";
  '_timezone'?: "timezone";
}

export interface UpdateUserRequest__Output {
  'name'?: (string);
  'timezone'?: (string);
}
