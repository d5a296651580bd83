// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Meeting as _consult_scheduling_v1_Meeting, Meeting__Output as _consult_scheduling_v1_Meeting__Output } from '../../../consult/scheduling/v1/Meeting.ts';

export interface BookRequest {
  'requestId'?: (string);
  'clientId'?: (string);
  'consultantId'?: (string);
  'title'?: (string);
  'description'?: (string);
  'type'?: (string);
  'objectives'?: (string)[];
  'agenda'?: (string)[];
  'scheduledStart'?: (string);
  'scheduledEnd'?: (string);
  'durationMinutes'?: (number);
  'timezone'?: (string);
  'meeting'?: (_consult_scheduling_v1_Meeting | null);
  'useFreeTrial'?: (boolean);
  'quoteId'?: (string);
  'holdId'?: (string);
  '_scheduledEnd'?: "scheduledEnd";
  '_durationMinutes'?: "durationMinutes";
  '_useFreeTrial'?: "useFreeTrial";
  '_quoteId'?: "quoteId";
  '_holdId'?: "holdId";
}

export interface BookRequest__Output {
  'requestId': (string);
  'clientId': (string);
  'consultantId': (string);
  'title': (string);
  'description': (string);
  'type': (string);
  'objectives': (string)[];
  'agenda': (string)[];
  'scheduledStart': (string);
  'scheduledEnd'?: (string);
  'durationMinutes'?: (number);
  'timezone': (string);
  'meeting': (_consult_scheduling_v1_Meeting__Output | null);
  'useFreeTrial'?: (boolean);
  'quoteId'?: (string);
  'holdId'?: (string);
}
