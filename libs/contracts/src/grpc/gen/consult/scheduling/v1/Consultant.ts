// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Rating as _consult_scheduling_v1_Rating, Rating__Output as _consult_scheduling_v1_Rating__Output } from '../../../consult/scheduling/v1/Rating.ts';
import type { Meeting as _consult_scheduling_v1_Meeting, Meeting__Output as _consult_scheduling_v1_Meeting__Output } from '../../../consult/scheduling/v1/Meeting.ts';

export interface Consultant {
  'consultantId'?: (string);
  'name'?: (string);
  'headline'?: (string);
  'expertise'?: (string)[];
  'languages'?: (string)[];
  'sessionTypes'?: (string)[];
  'timezone'?: (string);
  'photoUrl'?: (string);
  'rating'?: (_consult_scheduling_v1_Rating | null);
  'active'?: (boolean);
  'version'?: (number);
  'meeting'?: (_consult_scheduling_v1_Meeting | null);
}

export interface Consultant__Output {
  'consultantId': (string);
  'name': (string);
  'headline': (string);
  'expertise': (string)[];
  'languages': (string)[];
  'sessionTypes': (string)[];
  'timezone': (string);
  'photoUrl': (string);
  'rating': (_consult_scheduling_v1_Rating__Output | null);
  'active': (boolean);
  'version': (number);
  'meeting': (_consult_scheduling_v1_Meeting__Output | null);
}
