// Original file: protos/consult/billing/v1/billing.proto


export interface EndPromotionCodeRequest {
  'code'?: (string);
}

export interface EndPromotionCodeRequest__Output {
  'code': (string);
}
