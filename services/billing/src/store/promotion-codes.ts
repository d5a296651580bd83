import { isDuplicateKey } from '@consult/runtime/errors';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import { type Connection, type Model, Schema } from 'mongoose';
import type { PromotionCode } from '../domain/promotion.ts';

export type PromotionCodes = Model<PromotionCode>;

const mixed = Schema.Types.Mixed;
const schema = new Schema<PromotionCode>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    code: String,
    off: mixed,
    packageIds: [String],
    expiresAt: Date,
    maxRedemptions: Number,
    firstPurchaseOnly: Boolean,
    createdBy: String,
    createdAt: Date,
    ended: mixed,
  },
  { collection: 'promotion_codes', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, code: 1 }, { unique: true });
schema.index({ tenantId: 1, createdAt: -1, _id: -1 });

export function promotionCodesOn(connection: Connection): PromotionCodes {
  return connection.model<PromotionCode>('PromotionCode', schema);
}

/** Keeps a new code; false when the tenant has one of this name, ended or not. */
export async function insertPromotionCode(codes: PromotionCodes, code: PromotionCode): Promise<boolean> {
  try {
    await codes.create(code);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function findPromotionCode(
  codes: PromotionCodes,
  { tenantId, code }: { tenantId: string; code: string },
): Promise<PromotionCode | undefined> {
  return (await codes.findOne({ tenantId, code }).lean<PromotionCode>()) ?? undefined;
}

/** A page of a tenant's codes, newest first. */
export async function listPromotionCodes(
  codes: PromotionCodes,
  tenantId: string,
  page: TimePage,
): Promise<PromotionCode[]> {
  return codes
    .find({ tenantId, ...afterPlace('createdAt', page.place) })
    .sort({ createdAt: -1, _id: -1 })
    .limit(page.limit)
    .lean<PromotionCode[]>();
}

/** Ends a code; one that has ended stays as it is. */
export async function endPromotionCode(
  codes: PromotionCodes,
  { tenantId, code }: { tenantId: string; code: string },
  ended: { at: Date; by: string },
): Promise<void> {
  await codes.updateOne({ tenantId, code, ended: { $exists: false } }, { $set: { ended } });
}
