// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ClientFeedback as _consult_scheduling_v1_ClientFeedback, ClientFeedback__Output as _consult_scheduling_v1_ClientFeedback__Output } from '../../../consult/scheduling/v1/ClientFeedback.ts';
import type { ConsultantFeedback as _consult_scheduling_v1_ConsultantFeedback, ConsultantFeedback__Output as _consult_scheduling_v1_ConsultantFeedback__Output } from '../../../consult/scheduling/v1/ConsultantFeedback.ts';

export interface Feedback {
  'client'?: (_consult_scheduling_v1_ClientFeedback | null);
  'consultant'?: (_consult_scheduling_v1_ConsultantFeedback | null);
}

export interface Feedback__Output {
  'client': (_consult_scheduling_v1_ClientFeedback__Output | null);
  'consultant': (_consult_scheduling_v1_ConsultantFeedback__Output | null);
}
