// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface HistoryEntry {
  'at'?: (string);
  'move'?: (string);
  'from'?: (string);
  'to'?: (string);
  'actor'?: (string);
  'reason'?: (string);
  'previousStart'?: (string);
  'previousEnd'?: (string);
  '_previousStart'?: "previousStart";
  '_previousEnd'?: "previousEnd";
}

export interface HistoryEntry__Output {
  'at': (string);
  'move': (string);
  'from': (string);
  'to': (string);
  'actor': (string);
  'reason': (string);
  'previousStart'?: (string);
  'previousEnd'?: (string);
}
