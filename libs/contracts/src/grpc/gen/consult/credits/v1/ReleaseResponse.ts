// Original file: protos/consult/credits/v1/credits.proto


export interface ReleaseResponse {
  'outcome'?: (string);
  'credits'?: (number);
}

export interface ReleaseResponse__Output {
  'outcome': (string);
  'credits': (number);
}
