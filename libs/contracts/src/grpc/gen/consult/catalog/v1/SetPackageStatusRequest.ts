// Original file: protos/consult/catalog/v1/catalog.proto


export interface SetPackageStatusRequest {
  'packageId'?: (string);
  'move'?: (string);
}

export interface SetPackageStatusRequest__Output {
  'packageId': (string);
  'move': (string);
}
