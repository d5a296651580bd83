// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Long } from '@grpc/proto-loader';

export interface StatementLine {
  'earningId'?: (string);
  'at'?: (string);
  'consultationId'?: (string);
  'scheduledStart'?: (string);
  'clientName'?: (string);
  'title'?: (string);
  'method'?: (string);
  'credits'?: (number);
  'unitPriceMinor'?: (number | string | Long);
  'amountMinor'?: (number | string | Long);
  'currency'?: (string);
  'kind'?: (string);
  'reason'?: (string);
}

export interface StatementLine__Output {
  'earningId': (string);
  'at': (string);
  'consultationId': (string);
  'scheduledStart': (string);
  'clientName': (string);
  'title': (string);
  'method': (string);
  'credits': (number);
  'unitPriceMinor': (number);
  'amountMinor': (number);
  'currency': (string);
  'kind': (string);
  'reason': (string);
}
