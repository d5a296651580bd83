// Original file: protos/consult/catalog/v1/catalog.proto


export interface PackageAvailability {
  'status'?: (string);
  'featuredPackage'?: (boolean);
  'displayOrder'?: (number);
  'startDate'?: (string);
  'endDate'?: (string);
  'limitedTimeOffer'?: (boolean);
  'publishAt'?: (string);
  'retireAt'?: (string);
  '_startDate'?: "startDate";
  '_endDate'?: "endDate";
  '_publishAt'?: "publishAt";
  '_retireAt'?: "retireAt";
}

export interface PackageAvailability__Output {
  'status': (string);
  'featuredPackage': (boolean);
  'displayOrder': (number);
  'startDate'?: (string);
  'endDate'?: (string);
  'limitedTimeOffer': (boolean);
  'publishAt'?: (string);
  'retireAt'?: (string);
}
