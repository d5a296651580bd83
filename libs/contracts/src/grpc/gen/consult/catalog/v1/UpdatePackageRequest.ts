// Original file: protos/consult/catalog/v1/catalog.proto


export interface UpdatePackageRequest {
  'packageId'?: (string);
  'version'?: (number);
  'patchJson'?: (string);
}

export interface UpdatePackageRequest__Output {
  'packageId': (string);
  'version': (number);
  'patchJson': (string);
}
