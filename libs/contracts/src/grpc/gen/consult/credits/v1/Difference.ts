// Original file: protos/consult/credits/v1/credits.proto


export interface Difference {
  'what'?: (string);
  'account'?: (string);
  'movements'?: (string);
}

export interface Difference__Output {
  'what': (string);
  'account': (string);
  'movements': (string);
}
