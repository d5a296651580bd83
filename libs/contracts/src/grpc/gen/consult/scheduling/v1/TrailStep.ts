// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface TrailStep {
  'at'?: (string);
  'move'?: (string);
  'from'?: (string);
  'to'?: (string);
  'actor'?: (string);
  'reason'?: (string);
  'eventId'?: (string);
  '_eventId'?: "eventId";
}

export interface TrailStep__Output {
  'at': (string);
  'move': (string);
  'from': (string);
  'to': (string);
  'actor': (string);
  'reason': (string);
  'eventId'?: (string);
}
