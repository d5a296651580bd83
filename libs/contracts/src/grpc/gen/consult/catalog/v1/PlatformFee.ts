// Original file: protos/consult/catalog/v1/catalog.proto

import type { Long } from '@grpc/proto-loader';

export interface PlatformFee {
  'basisPoints'?: (number);
  'fixedMinor'?: (number | string | Long);
}

export interface PlatformFee__Output {
  'basisPoints': (number);
  'fixedMinor': (number);
}
