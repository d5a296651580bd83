// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ConsultantName as _consult_scheduling_v1_ConsultantName, ConsultantName__Output as _consult_scheduling_v1_ConsultantName__Output } from '../../../consult/scheduling/v1/ConsultantName.ts';
import type { ClientName as _consult_scheduling_v1_ClientName, ClientName__Output as _consult_scheduling_v1_ClientName__Output } from '../../../consult/scheduling/v1/ClientName.ts';
import type { ConsultationDetails as _consult_scheduling_v1_ConsultationDetails, ConsultationDetails__Output as _consult_scheduling_v1_ConsultationDetails__Output } from '../../../consult/scheduling/v1/ConsultationDetails.ts';
import type { Schedule as _consult_scheduling_v1_Schedule, Schedule__Output as _consult_scheduling_v1_Schedule__Output } from '../../../consult/scheduling/v1/Schedule.ts';
import type { Outcomes as _consult_scheduling_v1_Outcomes, Outcomes__Output as _consult_scheduling_v1_Outcomes__Output } from '../../../consult/scheduling/v1/Outcomes.ts';
import type { Deliverable as _consult_scheduling_v1_Deliverable, Deliverable__Output as _consult_scheduling_v1_Deliverable__Output } from '../../../consult/scheduling/v1/Deliverable.ts';
import type { Feedback as _consult_scheduling_v1_Feedback, Feedback__Output as _consult_scheduling_v1_Feedback__Output } from '../../../consult/scheduling/v1/Feedback.ts';
import type { ConsultationStatus as _consult_scheduling_v1_ConsultationStatus, ConsultationStatus__Output as _consult_scheduling_v1_ConsultationStatus__Output } from '../../../consult/scheduling/v1/ConsultationStatus.ts';
import type { ConsultationBilling as _consult_scheduling_v1_ConsultationBilling, ConsultationBilling__Output as _consult_scheduling_v1_ConsultationBilling__Output } from '../../../consult/scheduling/v1/ConsultationBilling.ts';
import type { Meeting as _consult_scheduling_v1_Meeting, Meeting__Output as _consult_scheduling_v1_Meeting__Output } from '../../../consult/scheduling/v1/Meeting.ts';
import type { HistoryEntry as _consult_scheduling_v1_HistoryEntry, HistoryEntry__Output as _consult_scheduling_v1_HistoryEntry__Output } from '../../../consult/scheduling/v1/HistoryEntry.ts';
import type { Resolution as _consult_scheduling_v1_Resolution, Resolution__Output as _consult_scheduling_v1_Resolution__Output } from '../../../consult/scheduling/v1/Resolution.ts';
import type { PreviousNextSteps as _consult_scheduling_v1_PreviousNextSteps, PreviousNextSteps__Output as _consult_scheduling_v1_PreviousNextSteps__Output } from '../../../consult/scheduling/v1/PreviousNextSteps.ts';

export interface Consultation {
  'consultationId'?: (string);
  'tenantId'?: (string);
  'consultantId'?: (string);
  'clientId'?: (string);
  'consultant'?: (_consult_scheduling_v1_ConsultantName | null);
  'client'?: (_consult_scheduling_v1_ClientName | null);
  'details'?: (_consult_scheduling_v1_ConsultationDetails | null);
  'schedule'?: (_consult_scheduling_v1_Schedule | null);
  'outcomes'?: (_consult_scheduling_v1_Outcomes | null);
  'deliverables'?: (_consult_scheduling_v1_Deliverable)[];
  'feedback'?: (_consult_scheduling_v1_Feedback | null);
  'status'?: (_consult_scheduling_v1_ConsultationStatus | null);
  'billing'?: (_consult_scheduling_v1_ConsultationBilling | null);
  'meeting'?: (_consult_scheduling_v1_Meeting | null);
  'history'?: (_consult_scheduling_v1_HistoryEntry)[];
  'version'?: (number);
  'createdAt'?: (string);
  'resolution'?: (_consult_scheduling_v1_Resolution | null);
  'previousNextSteps'?: (_consult_scheduling_v1_PreviousNextSteps | null);
}

export interface Consultation__Output {
  'consultationId': (string);
  'tenantId': (string);
  'consultantId': (string);
  'clientId': (string);
  'consultant': (_consult_scheduling_v1_ConsultantName__Output | null);
  'client': (_consult_scheduling_v1_ClientName__Output | null);
  'details': (_consult_scheduling_v1_ConsultationDetails__Output | null);
  'schedule': (_consult_scheduling_v1_Schedule__Output | null);
  'outcomes': (_consult_scheduling_v1_Outcomes__Output | null);
  'deliverables': (_consult_scheduling_v1_Deliverable__Output)[];
  'feedback': (_consult_scheduling_v1_Feedback__Output | null);
  'status': (_consult_scheduling_v1_ConsultationStatus__Output | null);
  'billing': (_consult_scheduling_v1_ConsultationBilling__Output | null);
  'meeting': (_consult_scheduling_v1_Meeting__Output | null);
  'history': (_consult_scheduling_v1_HistoryEntry__Output)[];
  'version': (number);
  'createdAt': (string);
  'resolution': (_consult_scheduling_v1_Resolution__Output | null);
  'previousNextSteps': (_consult_scheduling_v1_PreviousNextSteps__Output | null);
}
