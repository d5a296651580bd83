// Original file: protos/consult/catalog/v1/catalog.proto


export interface PackageDetails {
  'name'?: (string);
  'type'?: (string);
  'description'?: (string);
  'category'?: (string);
}

export interface PackageDetails__Output {
  'name': (string);
  'type': (string);
  'description': (string);
  'category': (string);
}
