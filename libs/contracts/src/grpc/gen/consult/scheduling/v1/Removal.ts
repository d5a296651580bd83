// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Removal {
  'cut'?: (string);
  'rule'?: (string);
  'id'?: (string);
  'starts'?: (number);
  '_id'?: "id";
}

export interface Removal__Output {
  'cut': (string);
  'rule': (string);
  'id'?: (string);
  'starts': (number);
}
