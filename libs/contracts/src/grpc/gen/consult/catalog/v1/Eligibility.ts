// Original file: protos/consult/catalog/v1/catalog.proto


export interface Eligibility {
  'clientTypes'?: (string)[];
  'maximumPurchasePerClient'?: (number);
  '_maximumPurchasePerClient'?: "maximumPurchasePerClient";
}

export interface Eligibility__Output {
  'clientTypes': (string)[];
  'maximumPurchasePerClient'?: (number);
}
