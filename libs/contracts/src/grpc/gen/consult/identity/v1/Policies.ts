// Original file: protos/consult/identity/v1/identity.proto

import type { SessionMinutes as _consult_identity_v1_SessionMinutes, SessionMinutes__Output as _consult_identity_v1_SessionMinutes__Output } from '../../../consult/identity/v1/SessionMinutes.ts';
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
  'sessionMinutes'?: ({[key: string]: _consult_identity_v1_SessionMinutes});
  'lateCancelEarningPercent'?: (number);
  'promotionalEarningMinor'?: (number | string | Long);
  'consultantSharePercent'?: (number);
  '_singleSessionPriceMinor'?: "singleSessionPriceMinor";
  '_lateCancelEarningPercent'?: "lateCancelEarningPercent";
  '_promotionalEarningMinor'?: "promotionalEarningMinor";
  '_consultantSharePercent'?: "consultantSharePercent";
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
  'sessionMinutes': ({[key: string]: _consult_identity_v1_SessionMinutes__Output});
  'lateCancelEarningPercent'?: (number);
  'promotionalEarningMinor'?: (number);
  'consultantSharePercent'?: (number);
}
