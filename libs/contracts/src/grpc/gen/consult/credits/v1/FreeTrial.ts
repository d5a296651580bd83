// Original file: protos/consult/credits/v1/credits.proto


export interface FreeTrial {
  'eligible'?: (boolean);
  'used'?: (boolean);
  'usedAt'?: (string);
  'expiresAt'?: (string);
  '_usedAt'?: "usedAt";
  '_expiresAt'?: "expiresAt";
}

export interface FreeTrial__Output {
  'eligible': (boolean);
  'used': (boolean);
  'usedAt'?: (string);
  'expiresAt'?: (string);
}
