// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Rating as _consult_scheduling_v1_Rating, Rating__Output as _consult_scheduling_v1_Rating__Output } from '../../../consult/scheduling/v1/Rating.ts';
import type { LifetimeMetrics as _consult_scheduling_v1_LifetimeMetrics, LifetimeMetrics__Output as _consult_scheduling_v1_LifetimeMetrics__Output } from '../../../consult/scheduling/v1/LifetimeMetrics.ts';

export interface ConsultantMetrics {
  'sessions'?: (number);
  'hours'?: (number | string);
  'onTimeRate'?: (number | string);
  'rating'?: (_consult_scheduling_v1_Rating | null);
  'clientNoShows'?: (number);
  'consultantNoShows'?: (number);
  'cancellations'?: (number);
  'bookedMinutes'?: (number);
  'openMinutes'?: (number);
  'utilisation'?: (number | string);
  'lifetime'?: (_consult_scheduling_v1_LifetimeMetrics | null);
  '_onTimeRate'?: "onTimeRate";
  '_utilisation'?: "utilisation";
}

export interface ConsultantMetrics__Output {
  'sessions': (number);
  'hours': (number);
  'onTimeRate'?: (number);
  'rating': (_consult_scheduling_v1_Rating__Output | null);
  'clientNoShows': (number);
  'consultantNoShows': (number);
  'cancellations': (number);
  'bookedMinutes': (number);
  'openMinutes': (number);
  'utilisation'?: (number);
  'lifetime': (_consult_scheduling_v1_LifetimeMetrics__Output | null);
}
