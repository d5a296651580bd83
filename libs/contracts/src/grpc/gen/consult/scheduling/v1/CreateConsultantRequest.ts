// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Meeting as _consult_scheduling_v1_Meeting, Meeting__Output as _consult_scheduling_v1_Meeting__Output } from '../../../consult/scheduling/v1/Meeting.ts';

export interface CreateConsultantRequest {
  'consultantId'?: (string);
  'name'?: (string);
  'headline'?: (string);
  'expertise'?: (string)[];
  'languages'?: (string)[];
  'sessionTypes'?: (string)[];
  'timezone'?: (string);
  'photoUrl'?: (string);
  'meeting'?: (_consult_scheduling_v1_Meeting | null);
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
  'meeting': (_consult_scheduling_v1_Meeting__Output | null);
}
