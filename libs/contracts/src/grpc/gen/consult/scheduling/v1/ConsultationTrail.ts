// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ConsultationBilling as _consult_scheduling_v1_ConsultationBilling, ConsultationBilling__Output as _consult_scheduling_v1_ConsultationBilling__Output } from '../../../consult/scheduling/v1/ConsultationBilling.ts';
import type { TrailStep as _consult_scheduling_v1_TrailStep, TrailStep__Output as _consult_scheduling_v1_TrailStep__Output } from '../../../consult/scheduling/v1/TrailStep.ts';
import type { Resolution as _consult_scheduling_v1_Resolution, Resolution__Output as _consult_scheduling_v1_Resolution__Output } from '../../../consult/scheduling/v1/Resolution.ts';
import type { TrailEarning as _consult_scheduling_v1_TrailEarning, TrailEarning__Output as _consult_scheduling_v1_TrailEarning__Output } from '../../../consult/scheduling/v1/TrailEarning.ts';

export interface ConsultationTrail {
  'consultationId'?: (string);
  'bookingId'?: (string);
  'revision'?: (number);
  'clientId'?: (string);
  'billing'?: (_consult_scheduling_v1_ConsultationBilling | null);
  'steps'?: (_consult_scheduling_v1_TrailStep)[];
  'resolution'?: (_consult_scheduling_v1_Resolution | null);
  'earnings'?: (_consult_scheduling_v1_TrailEarning)[];
}

export interface ConsultationTrail__Output {
  'consultationId': (string);
  'bookingId': (string);
  'revision': (number);
  'clientId': (string);
  'billing': (_consult_scheduling_v1_ConsultationBilling__Output | null);
  'steps': (_consult_scheduling_v1_TrailStep__Output)[];
  'resolution': (_consult_scheduling_v1_Resolution__Output | null);
  'earnings': (_consult_scheduling_v1_TrailEarning__Output)[];
}
