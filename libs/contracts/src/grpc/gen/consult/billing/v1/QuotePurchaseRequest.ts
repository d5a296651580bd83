// Original file: protos/consult/billing/v1/billing.proto


export interface QuotePurchaseRequest {
  'packageId'?: (string);
  'promotionCode'?: (string);
  '_promotionCode'?: "promotionCode";
}

export interface QuotePurchaseRequest__Output {
  'packageId': (string);
  'promotionCode'?: (string);
}
