// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { Long } from '@grpc/proto-loader';

export interface ConsultationBilling {
  'billable'?: (boolean);
  'usedFreeTrial'?: (boolean);
  'method'?: (string);
  'credits'?: (number);
  'lotId'?: (string);
  'transactionId'?: (string);
  'unitPriceMinor'?: (number | string | Long);
  'currency'?: (string);
}

export interface ConsultationBilling__Output {
  'billable': (boolean);
  'usedFreeTrial': (boolean);
  'method': (string);
  'credits': (number);
  'lotId': (string);
  'transactionId': (string);
  'unitPriceMinor': (number);
  'currency': (string);
}
