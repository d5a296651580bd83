// Original file: protos/consult/credits/v1/credits.proto

import type { BoughtLot as _consult_credits_v1_BoughtLot, BoughtLot__Output as _consult_credits_v1_BoughtLot__Output } from '../../../consult/credits/v1/BoughtLot.ts';

export interface ListBoughtLotsResponse {
  'lots'?: (_consult_credits_v1_BoughtLot)[];
  'nextCursor'?: (string);
}

export interface ListBoughtLotsResponse__Output {
  'lots': (_consult_credits_v1_BoughtLot__Output)[];
  'nextCursor': (string);
}
