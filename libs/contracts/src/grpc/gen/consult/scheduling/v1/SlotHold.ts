// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface SlotHold {
  'holdId'?: (string);
  'expiresAt'?: (string);
}

export interface SlotHold__Output {
  'holdId': (string);
  'expiresAt': (string);
}
