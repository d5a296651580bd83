// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface FindFirstSlotsRequest {
  'expertise'?: (string);
  'language'?: (string);
  'type'?: (string);
  'from'?: (string);
  'to'?: (string);
  'duration'?: (number);
  'timezone'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  '_expertise'?: "expertise";
  '_language'?: "language";
  '_type'?: "type";
}

export interface FindFirstSlotsRequest__Output {
  'expertise'?: (string);
  'language'?: (string);
  'type'?: (string);
  'from': (string);
  'to': (string);
  'duration': (number);
  'timezone': (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
}
