// Original file: protos/consult/catalog/v1/catalog.proto

import type { Duration as _consult_catalog_v1_Duration, Duration__Output as _consult_catalog_v1_Duration__Output } from '../../../consult/catalog/v1/Duration.ts';
import type { Rollover as _consult_catalog_v1_Rollover, Rollover__Output as _consult_catalog_v1_Rollover__Output } from '../../../consult/catalog/v1/Rollover.ts';

export interface PackageCredits {
  'total'?: (number);
  'unlimited'?: (boolean);
  'expiresAfterDays'?: (number);
  'duration'?: (_consult_catalog_v1_Duration | null);
  'chargeByDuration'?: (boolean);
  'expiryBasis'?: (string);
  'priority'?: (number);
  'sessionTypes'?: (string)[];
  'rollover'?: (_consult_catalog_v1_Rollover | null);
  'activates'?: (string);
  '_activates'?: "activates";
}

export interface PackageCredits__Output {
  'total': (number);
  'unlimited': (boolean);
  'expiresAfterDays': (number);
  'duration': (_consult_catalog_v1_Duration__Output | null);
  'chargeByDuration': (boolean);
  'expiryBasis': (string);
  'priority': (number);
  'sessionTypes': (string)[];
  'rollover': (_consult_catalog_v1_Rollover__Output | null);
  'activates'?: (string);
}
