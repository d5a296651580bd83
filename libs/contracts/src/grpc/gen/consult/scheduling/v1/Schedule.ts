// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { ScheduledDuration as _consult_scheduling_v1_ScheduledDuration, ScheduledDuration__Output as _consult_scheduling_v1_ScheduledDuration__Output } from '../../../consult/scheduling/v1/ScheduledDuration.ts';

export interface Schedule {
  'scheduledStart'?: (string);
  'scheduledEnd'?: (string);
  'duration'?: (_consult_scheduling_v1_ScheduledDuration | null);
  'timezone'?: (string);
  'actualStart'?: (string);
  'actualEnd'?: (string);
  '_actualStart'?: "actualStart";
  '_actualEnd'?: "actualEnd";
}

export interface Schedule__Output {
  'scheduledStart': (string);
  'scheduledEnd': (string);
  'duration': (_consult_scheduling_v1_ScheduledDuration__Output | null);
  'timezone': (string);
  'actualStart'?: (string);
  'actualEnd'?: (string);
}
