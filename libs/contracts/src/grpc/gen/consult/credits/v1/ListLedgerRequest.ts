// Original file: protos/consult/credits/v1/credits.proto

import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';

export interface ListLedgerRequest {
  'clientId'?: (string);
  'lotId'?: (string);
  'page'?: (_consult_common_v1_PageRequest | null);
  'bookingId'?: (string);
  'kind'?: (string);
  '_lotId'?: "lotId";
  '_bookingId'?: "bookingId";
  '_kind'?: "kind";
}

export interface ListLedgerRequest__Output {
  'clientId': (string);
  'lotId'?: (string);
  'page': (_consult_common_v1_PageRequest__Output | null);
  'bookingId'?: (string);
  'kind'?: (string);
}
