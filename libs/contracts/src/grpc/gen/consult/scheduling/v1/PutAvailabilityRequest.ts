// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Availability as _consult_scheduling_v1_Availability, Availability__Output as _consult_scheduling_v1_Availability__Output } from '../../../consult/scheduling/v1/Availability.ts';

export interface PutAvailabilityRequest {
  'consultantId'?: (string);
  'version'?: (number);
  'availability'?: (_consult_scheduling_v1_Availability | null);
}

export interface PutAvailabilityRequest__Output {
  'consultantId': (string);
  'version': (number);
  'availability': (_consult_scheduling_v1_Availability__Output | null);
}
