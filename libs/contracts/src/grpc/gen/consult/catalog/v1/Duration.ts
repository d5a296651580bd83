// Original file: protos/consult/catalog/v1/catalog.proto


export interface Duration {
  'minutes'?: (number);
}

export interface Duration__Output {
  'minutes': (number);
}
