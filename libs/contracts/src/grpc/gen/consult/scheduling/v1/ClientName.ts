// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ClientName {
  'clientId'?: (string);
  'name'?: (string);
}

export interface ClientName__Output {
  'clientId': (string);
  'name': (string);
}
