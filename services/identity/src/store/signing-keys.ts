import { isDuplicateKey } from '@consult/runtime/errors';
import type { JWK } from 'jose';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Sealed } from '../security/sealing.ts';
import { PLATFORM } from './platform.ts';

export interface StoredSigningKey {
  /** 1, 2, …: the newest signs, all verify. */
  generation: number;
  kid: string;
  publicJwk: JWK;
  /** The private JWK, under KEY_ENCRYPTION_SECRET. */
  sealed: Sealed;
  createdAt: Date;
}
interface SigningKeyDocument extends StoredSigningKey {
  _id: string;
  tenantId: typeof PLATFORM;
}
export type SigningKeys = Model<SigningKeyDocument>;

const KEYS_MAX = 10;

const schema = new Schema<SigningKeyDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    generation: Number,
    kid: String,
    publicJwk: Schema.Types.Mixed,
    sealed: Schema.Types.Mixed,
    createdAt: Date,
  },
  { collection: 'signing-keys', shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false },
);

export function signingKeysOn(connection: Connection): SigningKeys {
  return connection.model<SigningKeyDocument>('SigningKey', schema);
}

/** Every key, the oldest first. */
export async function listSigningKeys(signingKeys: SigningKeys): Promise<StoredSigningKey[]> {
  return signingKeys
    .find({ tenantId: PLATFORM }, { _id: 0 })
    .sort({ generation: 1 })
    .limit(KEYS_MAX)
    .lean<StoredSigningKey[]>();
}

/** Adds a generation; when another replica was faster, its key stands. */
export async function addSigningKey(signingKeys: SigningKeys, key: StoredSigningKey): Promise<void> {
  try {
    await signingKeys.create({ ...key, tenantId: PLATFORM, _id: `generation-${key.generation}` });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
