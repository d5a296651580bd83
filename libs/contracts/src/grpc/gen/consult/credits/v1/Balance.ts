// Original file: protos/consult/credits/v1/credits.proto

import type { FreeTrial as _consult_credits_v1_FreeTrial, FreeTrial__Output as _consult_credits_v1_FreeTrial__Output } from '../../../consult/credits/v1/FreeTrial.ts';
import type { Lot as _consult_credits_v1_Lot, Lot__Output as _consult_credits_v1_Lot__Output } from '../../../consult/credits/v1/Lot.ts';
import type { Lifetime as _consult_credits_v1_Lifetime, Lifetime__Output as _consult_credits_v1_Lifetime__Output } from '../../../consult/credits/v1/Lifetime.ts';

export interface Balance {
  'availableCredits'?: (number);
  'unlimited'?: (boolean);
  'freeTrial'?: (_consult_credits_v1_FreeTrial | null);
  'activeCredits'?: (_consult_credits_v1_Lot)[];
  'lifetime'?: (_consult_credits_v1_Lifetime | null);
  'credits'?: (_consult_credits_v1_Lot)[];
}

export interface Balance__Output {
  'availableCredits': (number);
  'unlimited': (boolean);
  'freeTrial': (_consult_credits_v1_FreeTrial__Output | null);
  'activeCredits': (_consult_credits_v1_Lot__Output)[];
  'lifetime': (_consult_credits_v1_Lifetime__Output | null);
  'credits': (_consult_credits_v1_Lot__Output)[];
}
