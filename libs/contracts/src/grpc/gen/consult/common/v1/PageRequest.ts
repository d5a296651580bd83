// Original file: protos/consult/common/v1/common.proto


export interface PageRequest {
  'limit'?: (number);
  'cursor'?: (string);
}

export interface PageRequest__Output {
  'limit': (number);
  'cursor': (string);
}
