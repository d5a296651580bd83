// Original file: protos/consult/credits/v1/credits.proto


export interface VerifyAccountsRequest {
  'tenantId'?: (string);
  'cursor'?: (string);
  'repair'?: (boolean);
}

export interface VerifyAccountsRequest__Output {
  'tenantId': (string);
  'cursor': (string);
  'repair': (boolean);
}
