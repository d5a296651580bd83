// Original file: protos/consult/identity/v1/identity.proto


export interface User {
  'userId'?: (string);
  'tenantId'?: (string);
  'name'?: (string);
  'email'?: (string);
  'roles'?: (string)[];
  'timezone'?: (string);
  'createdAt'?: (string);
  'version'?: (number);
  'invited'?: (boolean);
}

export interface User__Output {
  'userId': (string);
  'tenantId': (string);
  'name': (string);
  'email': (string);
  'roles': (string)[];
  'timezone': (string);
  'createdAt': (string);
  'version': (number);
  'invited': (boolean);
}
