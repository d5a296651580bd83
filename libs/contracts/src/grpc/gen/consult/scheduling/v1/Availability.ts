// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { DayHours as _consult_scheduling_v1_DayHours, DayHours__Output as _consult_scheduling_v1_DayHours__Output } from '../../../consult/scheduling/v1/DayHours.ts';
import type { DateOverride as _consult_scheduling_v1_DateOverride, DateOverride__Output as _consult_scheduling_v1_DateOverride__Output } from '../../../consult/scheduling/v1/DateOverride.ts';
import type { TimeOff as _consult_scheduling_v1_TimeOff, TimeOff__Output as _consult_scheduling_v1_TimeOff__Output } from '../../../consult/scheduling/v1/TimeOff.ts';
import type { DateRange as _consult_scheduling_v1_DateRange, DateRange__Output as _consult_scheduling_v1_DateRange__Output } from '../../../consult/scheduling/v1/DateRange.ts';
import type { Limits as _consult_scheduling_v1_Limits, Limits__Output as _consult_scheduling_v1_Limits__Output } from '../../../consult/scheduling/v1/Limits.ts';

export interface Availability {
  'timezone'?: (string);
  'weekly'?: (_consult_scheduling_v1_DayHours)[];
  'overrides'?: (_consult_scheduling_v1_DateOverride)[];
  'timeOff'?: (_consult_scheduling_v1_TimeOff)[];
  'bufferBeforeMinutes'?: (number);
  'bufferAfterMinutes'?: (number);
  'minimumNoticeMinutes'?: (number);
  'horizonDays'?: (number);
  'slotStepMinutes'?: (number);
  'version'?: (number);
  'horizonRange'?: (_consult_scheduling_v1_DateRange | null);
  'horizonAvailableDays'?: (number);
  'slotOffsetMinutes'?: (number);
  'limits'?: (_consult_scheduling_v1_Limits | null);
  '_minimumNoticeMinutes'?: "minimumNoticeMinutes";
  '_horizonDays'?: "horizonDays";
  '_slotStepMinutes'?: "slotStepMinutes";
  '_horizonAvailableDays'?: "horizonAvailableDays";
  '_slotOffsetMinutes'?: "slotOffsetMinutes";
}

export interface Availability__Output {
  'timezone': (string);
  'weekly': (_consult_scheduling_v1_DayHours__Output)[];
  'overrides': (_consult_scheduling_v1_DateOverride__Output)[];
  'timeOff': (_consult_scheduling_v1_TimeOff__Output)[];
  'bufferBeforeMinutes': (number);
  'bufferAfterMinutes': (number);
  'minimumNoticeMinutes'?: (number);
  'horizonDays'?: (number);
  'slotStepMinutes'?: (number);
  'version': (number);
  'horizonRange': (_consult_scheduling_v1_DateRange__Output | null);
  'horizonAvailableDays'?: (number);
  'slotOffsetMinutes'?: (number);
  'limits': (_consult_scheduling_v1_Limits__Output | null);
}
