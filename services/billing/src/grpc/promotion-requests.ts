import { Id, Instant } from '@consult/contracts/primitives';
import { PromotionCodeInput, PromotionCodeName } from '@consult/contracts/api/billing';
import { refuse } from '@consult/runtime/errors';
import Type, { type Static } from 'typebox';
import type { NewPromotionCode } from '../operations/promotion-codes.ts';

const RequestId = Type.String({ minLength: 1, maxLength: 200 });
const QuoteId = Type.String({ maxLength: 100 });
const { code, percentOff, amountOff, currency, packageIds, maxRedemptions } = PromotionCodeInput.properties;

export const QuotePurchaseRequest = Type.Object({
  packageId: Id,
  promotionCode: Type.Optional(PromotionCodeName),
});
export const ClaimPackageRequest = Type.Object({
  packageId: Id,
  promotionCode: Type.Optional(PromotionCodeName),
  quoteId: Type.Optional(QuoteId),
  requestId: RequestId,
});
export const CreatePromotionCodeRequest = Type.Object({
  code,
  percentOff,
  amountOff,
  currency,
  packageIds,
  maxRedemptions,
  expiresAt: Type.Optional(Instant),
  firstPurchaseOnly: Type.Boolean(),
});
export const EndPromotionCodeRequest = Type.Object({ code: PromotionCodeName });

/** What a new code takes off, and for whom. Refusals: invalid_request: not exactly one of both, or a currency of nothing. */
export function newCode(request: Static<typeof CreatePromotionCodeRequest>): NewPromotionCode {
  const { code: name, packageIds: ids = [], expiresAt, maxRedemptions: maximum, firstPurchaseOnly } = request;
  return {
    code: name,
    off: offOf(request),
    packageIds: ids,
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
    ...(maximum === undefined ? {} : { maxRedemptions: maximum }),
    firstPurchaseOnly,
  };
}

function offOf(request: Static<typeof CreatePromotionCodeRequest>): NewPromotionCode['off'] {
  const { percentOff: percent, amountOff: amountMinor, currency: said } = request;
  if (percent !== undefined && amountMinor === undefined && said === undefined) return { kind: 'percent', percent };
  if (amountMinor !== undefined && percent === undefined)
    return { kind: 'amount', amountMinor, ...(said === undefined ? {} : { currency: said }) };
  if (percent !== undefined && amountMinor === undefined)
    return refuseAt('/currency', 'contradiction', 'a percentage has no currency');
  return refuseAt('/percentOff', 'missing', 'either percentOff or amountOff, and only one of them');
}

function refuseAt(pointer: string, code: string, message: string): never {
  return refuse('invalid_request', { errors: [{ pointer, code, message }] });
}
