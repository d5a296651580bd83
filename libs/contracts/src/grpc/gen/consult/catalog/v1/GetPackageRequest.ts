// Original file: protos/consult/catalog/v1/catalog.proto


export interface GetPackageRequest {
  'packageId'?: (string);
}

export interface GetPackageRequest__Output {
  'packageId': (string);
}
