// Original file: protos/consult/scheduling/v1/scheduling.proto

import type { StatementLine as _consult_scheduling_v1_StatementLine, StatementLine__Output as _consult_scheduling_v1_StatementLine__Output } from '../../../consult/scheduling/v1/StatementLine.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface Statement {
  'timezone'?: (string);
  'lines'?: (_consult_scheduling_v1_StatementLine)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface Statement__Output {
  'timezone': (string);
  'lines': (_consult_scheduling_v1_StatementLine__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
