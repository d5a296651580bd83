import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import { claimPackage } from '../operations/claim-package.ts';
import type { Deps } from '../operations/deps.ts';
import { createPromotionCode, readPromotionCodes, stopPromotionCode } from '../operations/promotion-codes.ts';
import { quotePurchase } from '../operations/quote-purchase.ts';
import { transactionAnswer } from './answers.ts';
import { promotionCodeAnswer, purchaseQuoteAnswer } from './promotion-answers.ts';
import {
  ClaimPackageRequest,
  CreatePromotionCodeRequest,
  EndPromotionCodeRequest,
  newCode,
  QuotePurchaseRequest,
} from './promotion-requests.ts';

type PromotionHandlers = Pick<
  Handlers<'billing'>,
  'quotePurchase' | 'claimPackage' | 'createPromotionCode' | 'listPromotionCodes' | 'endPromotionCode'
>;

/** Codes that take something off a price, and what costs nothing. */
export function promotionHandlers(deps: Deps): PromotionHandlers {
  return {
    async quotePurchase(caller, request) {
      requireClient(caller);
      return purchaseQuoteAnswer(await quotePurchase(deps, caller, parse(QuotePurchaseRequest, request)));
    },
    async claimPackage(caller, request) {
      requireClient(caller);
      return transactionAnswer(await claimPackage(deps, caller, parse(ClaimPackageRequest, request)));
    },
    async createPromotionCode(caller, request) {
      const wanted = newCode(parse(CreatePromotionCodeRequest, request));
      return promotionCodeAnswer(await createPromotionCode(deps, caller, wanted), deps.clock.now());
    },
    async listPromotionCodes(caller, request) {
      const page = timePage(request.page);
      const found = await readPromotionCodes(deps, caller, page);
      const { rows, page: next } = pageOf(found, page.limit, ({ code }) => ({ at: code.createdAt, _id: code._id }));
      return { promotionCodes: rows.map((row) => promotionCodeAnswer(row, deps.clock.now())), page: next };
    },
    async endPromotionCode(caller, request) {
      const { code } = parse(EndPromotionCodeRequest, request);
      return promotionCodeAnswer(await stopPromotionCode(deps, caller, code), deps.clock.now());
    },
  };
}

function requireClient(caller: Caller): void {
  if (caller.tenantId === '' || !hasRole(caller, 'client')) refuse('forbidden');
}
