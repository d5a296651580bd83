// Original file: protos/consult/credits/v1/credits.proto


export interface Standing {
  'clientType'?: (string);
}

export interface Standing__Output {
  'clientType': (string);
}
