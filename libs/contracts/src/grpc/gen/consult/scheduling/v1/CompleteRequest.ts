// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Metrics as _consult_scheduling_v1_Metrics, Metrics__Output as _consult_scheduling_v1_Metrics__Output } from '../../../consult/scheduling/v1/Metrics.ts';
import type { DeliverableInput as _consult_scheduling_v1_DeliverableInput, DeliverableInput__Output as _consult_scheduling_v1_DeliverableInput__Output } from '../../../consult/scheduling/v1/DeliverableInput.ts';

export interface CompleteRequest {
  'consultationId'?: (string);
  'summary'?: (string);
  'overallStatus'?: (string);
  'metrics'?: (_consult_scheduling_v1_Metrics | null);
  'nextSteps'?: (string)[];
  'deliverables'?: (_consult_scheduling_v1_DeliverableInput)[];
  'requestId'?: (string);
}

export interface CompleteRequest__Output {
  'consultationId': (string);
  'summary': (string);
  'overallStatus': (string);
  'metrics': (_consult_scheduling_v1_Metrics__Output | null);
  'nextSteps': (string)[];
  'deliverables': (_consult_scheduling_v1_DeliverableInput__Output)[];
  'requestId': (string);
}
