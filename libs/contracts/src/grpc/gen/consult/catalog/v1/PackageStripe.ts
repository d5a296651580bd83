// Original file: protos/consult/catalog/v1/catalog.proto


export interface PackageStripe {
  'priceId'?: (string);
  'productId'?: (string);
}

export interface PackageStripe__Output {
  'priceId': (string);
  'productId': (string);
}
