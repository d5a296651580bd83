// Original file: protos/consult/common/v1/common.proto


export interface PageInfo {
  'nextCursor'?: (string);
  'hasMore'?: (boolean);
  '_nextCursor'?: "nextCursor";
}

export interface PageInfo__Output {
  'nextCursor'?: (string);
  'hasMore': (boolean);
}
