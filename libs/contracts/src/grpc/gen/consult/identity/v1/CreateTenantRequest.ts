// Original file: protos/consult/identity/v1/identity.proto


export interface CreateTenantRequest {
  'slug'?: (string);
  'name'?: (string);
  'stripeAccountId'?: (string);
  'currency'?: (string);
  'timezone'?: (string);
  'adminEmail'?: (string);
  'adminName'?: (string);
  'adminPassword'?: (string);
  'policiesJson'?: (string);
}

export interface CreateTenantRequest__Output {
  'slug': (string);
  'name': (string);
  'stripeAccountId': (string);
  'currency': (string);
  'timezone': (string);
  'adminEmail': (string);
  'adminName': (string);
  'adminPassword': (string);
  'policiesJson': (string);
}
