// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface Meeting {
  'kind'?: (string);
  'url'?: (string);
  'location'?: (string);
  '_url'?: "url";
  '_location'?: "location";
}

export interface Meeting__Output {
  'kind': (string);
  'url'?: (string);
  'location'?: (string);
}
