// Original file: protos/consult/billing/v1/billing.proto

import type { PromotionCode as _consult_billing_v1_PromotionCode, PromotionCode__Output as _consult_billing_v1_PromotionCode__Output } from '../../../consult/billing/v1/PromotionCode.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from '../../../consult/common/v1/PageInfo.ts';

export interface ListPromotionCodesResponse {
  'promotionCodes'?: (_consult_billing_v1_PromotionCode)[];
  'page'?: (_consult_common_v1_PageInfo | null);
}

export interface ListPromotionCodesResponse__Output {
  'promotionCodes': (_consult_billing_v1_PromotionCode__Output)[];
  'page': (_consult_common_v1_PageInfo__Output | null);
}
