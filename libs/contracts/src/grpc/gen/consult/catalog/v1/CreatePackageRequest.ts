// Original file: protos/consult/catalog/v1/catalog.proto


export interface CreatePackageRequest {
  'requestId'?: (string);
  'inputJson'?: (string);
}

export interface CreatePackageRequest__Output {
  'requestId': (string);
  'inputJson': (string);
}
