// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ConsultationDetails {
  'title'?: (string);
  'description'?: (string);
  'type'?: (string);
  'objectives'?: (string)[];
  'agenda'?: (string)[];
}

export interface ConsultationDetails__Output {
  'title': (string);
  'description': (string);
  'type': (string);
  'objectives': (string)[];
  'agenda': (string)[];
}
