// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Rating as _consult_scheduling_v1_Rating, Rating__Output as _consult_scheduling_v1_Rating__Output } from '../../../consult/scheduling/v1/Rating.ts';

export interface LifetimeMetrics {
  'sessions'?: (number);
  'hours'?: (number | string);
  'onTimeRate'?: (number | string);
  'rating'?: (_consult_scheduling_v1_Rating | null);
  '_onTimeRate'?: "onTimeRate";
}

export interface LifetimeMetrics__Output {
  'sessions': (number);
  'hours': (number);
  'onTimeRate'?: (number);
  'rating': (_consult_scheduling_v1_Rating__Output | null);
}
