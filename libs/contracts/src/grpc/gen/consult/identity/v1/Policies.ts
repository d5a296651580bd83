// Original file: protos/consult/identity/v1/identity.proto

import type { Long } from '@grpc/proto-loader';

export interface Policies {
  'version'?: (number);
  'confirmationRequired'?: (boolean);
  'confirmationDeadlineHours'?: (number);
  'cancellationCutoffHours'?: (number);
  'minimumNoticeMinutes'?: (number);
  'horizonDays'?: (number);
  'slotStepMinutes'?: (number);
  'maximumReschedules'?: (number);
  'returnGraceDays'?: (number);
  'renewalGraceHours'?: (number);
  'clientMayOverlap'?: (boolean);
  'freeTrialDays'?: (number);
  'unlimitedFairUse'?: (number);
  'platformFeeBasisPoints'?: (number);
  'platformFeeFixedMinor'?: (number | string | Long);
  'singleSessionPriceMinor'?: (number | string | Long);
  'maximumOpenBookings'?: (number);
  '_singleSessionPriceMinor'?: "singleSessionPriceMinor";
}

export interface Policies__Output {
  'version': (number);
  'confirmationRequired': (boolean);
  'confirmationDeadlineHours': (number);
  'cancellationCutoffHours': (number);
  'minimumNoticeMinutes': (number);
  'horizonDays': (number);
  'slotStepMinutes': (number);
  'maximumReschedules': (number);
  'returnGraceDays': (number);
  'renewalGraceHours': (number);
  'clientMayOverlap': (boolean);
  'freeTrialDays': (number);
  'unlimitedFairUse': (number);
  'platformFeeBasisPoints': (number);
  'platformFeeFixedMinor': (number);
  'singleSessionPriceMinor'?: (number);
  'maximumOpenBookings': (number);
}
