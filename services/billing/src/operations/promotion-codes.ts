import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import type { TimePage } from '@consult/runtime/paging';
import { isDeepStrictEqual } from 'node:util';
import { canonicalCode, type Off, type PromotionCode } from '../domain/promotion.ts';
import {
  endPromotionCode,
  findPromotionCode,
  insertPromotionCode,
  listPromotionCodes,
} from '../store/promotion-codes.ts';
import { countRedemptions } from '../store/redemptions.ts';
import type { Deps } from './deps.ts';

export interface NewPromotionCode {
  code: string;
  off: { kind: 'percent'; percent: number } | { kind: 'amount'; amountMinor: number; currency?: string | undefined };
  packageIds: string[];
  expiresAt?: Date | undefined;
  maxRedemptions?: number | undefined;
  firstPurchaseOnly: boolean;
}

/** A code, and how often it is in use. */
export interface CountedCode {
  code: PromotionCode;
  timesRedeemed: number;
}

/**
 * Makes a code. Its name is its id: the same again is the same code. Refusals: forbidden, rule_refused (code_taken: another code has
 * this name, ended or not; expires_before_now), not_found (tenant).
 */
export async function createPromotionCode(deps: Deps, caller: Caller, wanted: NewPromotionCode): Promise<CountedCode> {
  requireAdmin(caller);
  const { tenantId, userId: createdBy } = caller;
  const name = canonicalCode(wanted.code);
  const now = deps.clock.now();
  const { packageIds, expiresAt, maxRedemptions, firstPurchaseOnly } = wanted;
  const terms = {
    off: await offOf(deps, caller, wanted.off),
    packageIds: [...new Set(packageIds)].toSorted(),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(maxRedemptions === undefined ? {} : { maxRedemptions }),
    firstPurchaseOnly,
  };
  const code = {
    _id: derivedId('promotion', tenantId, name),
    tenantId,
    code: name,
    ...terms,
    createdBy,
    createdAt: now,
  };
  const known = await findPromotionCode(deps.promotionCodes, { tenantId, code: name });
  if (known === undefined) {
    if (expiresAt !== undefined && expiresAt <= now) return refuse('rule_refused', { reason: 'expires_before_now' });
    if (await insertPromotionCode(deps.promotionCodes, code)) return { code, timesRedeemed: 0 };
  }
  const kept = known ?? (await findPromotionCode(deps.promotionCodes, { tenantId, code: name })) ?? refuse('conflict');
  if (!isDeepStrictEqual(termsOf(kept), termsOf(code))) return refuse('rule_refused', { reason: 'code_taken' });
  return counted(deps, tenantId, kept);
}

/** A tenant's codes, newest first; one more row than `limit` when there is a next page. Refusals: forbidden. */
export async function readPromotionCodes(deps: Deps, caller: Caller, page: TimePage): Promise<CountedCode[]> {
  requireAdmin(caller);
  const { tenantId } = caller;
  const codes = await listPromotionCodes(deps.promotionCodes, tenantId, { ...page, limit: page.limit + 1 });
  const names = codes.map(({ code }) => code);
  const counts = await countRedemptions(deps.transactions, tenantId, names);
  return codes.map((code) => ({ code, timesRedeemed: counts.get(code.code) ?? 0 }));
}

/** Ends a code for purchases to come; what was bought with it stays. Twice is once. Refusals: forbidden, not_found. */
export async function stopPromotionCode(deps: Deps, caller: Caller, typed: string): Promise<CountedCode> {
  requireAdmin(caller);
  const { tenantId, userId: by } = caller;
  const key = { tenantId, code: canonicalCode(typed) };
  await endPromotionCode(deps.promotionCodes, key, { at: deps.clock.now(), by });
  const ended = (await findPromotionCode(deps.promotionCodes, key)) ?? refuse('not_found');
  return counted(deps, tenantId, ended);
}

async function counted(deps: Deps, tenantId: string, code: PromotionCode): Promise<CountedCode> {
  const counts = await countRedemptions(deps.transactions, tenantId, [code.code]);
  return { code, timesRedeemed: counts.get(code.code) ?? 0 };
}

async function offOf(deps: Deps, caller: Caller, off: NewPromotionCode['off']): Promise<Off> {
  if (off.kind === 'percent') return off;
  const { tenantId } = caller;
  const currency = off.currency ?? (await deps.identity.getTenant(caller, { tenantId })).currency;
  return { ...off, currency: currency.toUpperCase() };
}

function termsOf({ off, packageIds, expiresAt, maxRedemptions, firstPurchaseOnly }: PromotionCode): object {
  return {
    off: { ...off },
    packageIds: [...packageIds],
    expiresAt: expiresAt?.getTime(),
    maxRedemptions,
    firstPurchaseOnly,
  };
}

function requireAdmin(caller: Caller): void {
  if (caller.tenantId === '' || !hasRole(caller, 'admin')) refuse('forbidden');
}
