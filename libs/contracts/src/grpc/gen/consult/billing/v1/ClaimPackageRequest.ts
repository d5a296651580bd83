// Original file: protos/consult/billing/v1/billing.proto


export interface ClaimPackageRequest {
  'packageId'?: (string);
  'promotionCode'?: (string);
  'quoteId'?: (string);
  'requestId'?: (string);
  '_promotionCode'?: "promotionCode";
  '_quoteId'?: "quoteId";
}

export interface ClaimPackageRequest__Output {
  'packageId': (string);
  'promotionCode'?: (string);
  'quoteId'?: (string);
  'requestId': (string);
}
