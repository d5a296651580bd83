// Original file: protos/consult/identity/v1/identity.proto


export interface SessionMinutes {
  'minimum'?: (number);
  'maximum'?: (number);
}

export interface SessionMinutes__Output {
  'minimum': (number);
  'maximum': (number);
}
