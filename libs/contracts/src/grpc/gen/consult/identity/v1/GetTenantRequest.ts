// Original file: protos/consult/identity/v1/identity.proto


export interface GetTenantRequest {
  'tenantId'?: (string);
  'slug'?: (string);
  '_tenantId'?: "tenantId";
  '_slug'?: "slug";
}

export interface GetTenantRequest__Output {
  'tenantId'?: (string);
  'slug'?: (string);
}
