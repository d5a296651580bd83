// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface CreateConsultantRequest {
  'consultantId'?: (string);
  'name'?: (string);
  'headline'?: (string);
  'expertise'?: (string)[];
  'languages'?: (string)[];
  'sessionTypes'?: (string)[];
  'timezone'?: (string);
  'photoUrl'?: (string);
}

export interface CreateConsultantRequest__Output {
  'consultantId': (string);
  'name': (string);
  'headline': (string);
  'expertise': (string)[];
  'languages': (string)[];
  'sessionTypes': (string)[];
  'timezone': (string);
  'photoUrl': (string);
}
