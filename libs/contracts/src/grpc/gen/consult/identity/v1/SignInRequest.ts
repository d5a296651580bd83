// Original file: protos/consult/identity/v1/identity.proto


export interface SignInRequest {
  'email'?: (string);
  'password'?: (string);
}

export interface SignInRequest__Output {
  'email': (string);
  'password': (string);
}
