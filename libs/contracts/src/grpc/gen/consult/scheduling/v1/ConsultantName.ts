// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ConsultantName {
  'consultantId'?: (string);
  'name'?: (string);
}

export interface ConsultantName__Output {
  'consultantId': (string);
  'name': (string);
}
