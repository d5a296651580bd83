// Original file: protos/consult/catalog/v1/catalog.proto


export interface Marketing {
  'tagline'?: (string);
  'badge'?: (string);
}

export interface Marketing__Output {
  'tagline': (string);
  'badge': (string);
}
