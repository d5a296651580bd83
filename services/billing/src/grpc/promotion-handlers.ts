import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Deps } from '../operations/deps.ts';

type PromotionHandlers = Pick<
  Handlers<'billing'>,
  'quotePurchase' | 'claimPackage' | 'createPromotionCode' | 'listPromotionCodes' | 'endPromotionCode'
>;

/** Codes that take something off a price, and what costs nothing. */
export function promotionHandlers(_deps: Deps): PromotionHandlers {
  return {
    quotePurchase: async () => refuse('not_built'),
    claimPackage: async () => refuse('not_built'),
    createPromotionCode: async () => refuse('not_built'),
    listPromotionCodes: async () => refuse('not_built'),
    endPromotionCode: async () => refuse('not_built'),
  };
}
