// Original file: protos/consult/catalog/v1/catalog.proto


export interface ClonePackageRequest {
  'packageId'?: (string);
  'requestId'?: (string);
}

export interface ClonePackageRequest__Output {
  'packageId': (string);
  'requestId': (string);
}
