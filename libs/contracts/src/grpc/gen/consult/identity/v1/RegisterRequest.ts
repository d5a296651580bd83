// Original file: protos/consult/identity/v1/identity.proto


export interface RegisterRequest {
  'name'?: (string);
  'email'?: (string);
  'password'?: (string);
  'timezone'?: (string);
}

export interface RegisterRequest__Output {
  'name': (string);
  'email': (string);
  'password': (string);
  'timezone': (string);
}
