// Original file: protos/consult/catalog/v1/catalog.proto


export interface Rollover {
  'max'?: (number);
  'periods'?: (number);
}

export interface Rollover__Output {
  'max': (number);
  'periods': (number);
}
