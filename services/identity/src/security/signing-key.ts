import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { addSigningKey, listSigningKeys, type SigningKeys, type StoredSigningKey } from '../store/signing-keys.ts';
import { seal, unseal } from './sealing.ts';

export const SIGNING_ALGORITHM = 'EdDSA';

export interface SigningKey {
  kid: string;
  privateKey: Awaited<ReturnType<typeof importJWK>>;
  /** What `/.well-known/jwks.json` answers: every public key there is. */
  jwks: { keys: JWK[] };
}

/**
 * The key this tenant-wide issuer signs with, made on the very first start. Replicas that start at once agree on one:
 * the generation is the document's id. Throws when the stored key was sealed with another secret.
 */
export async function loadSigningKey(signingKeys: SigningKeys, secret: string, now: Date): Promise<SigningKey> {
  let stored = await listSigningKeys(signingKeys);
  if (stored.length === 0) {
    await addSigningKey(signingKeys, await makeKey(secret, now));
    stored = await listSigningKeys(signingKeys);
  }
  const newest = stored.at(-1);
  if (newest === undefined) throw new Error('no signing key after one was made');
  const privateKey = await importJWK(openPrivateKey(newest, secret), SIGNING_ALGORITHM);
  return { kid: newest.kid, privateKey, jwks: { keys: stored.map(({ publicJwk }) => publicJwk) } };
}

async function makeKey(secret: string, now: Date): Promise<StoredSigningKey> {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const sealed = seal(secret, kid, JSON.stringify(await exportJWK(pair.privateKey)));
  return {
    generation: 1,
    kid,
    publicJwk: { ...publicJwk, kid, alg: SIGNING_ALGORITHM, use: 'sig' },
    sealed,
    createdAt: now,
  };
}

function openPrivateKey({ kid, sealed }: StoredSigningKey, secret: string): JWK {
  try {
    return JSON.parse(unseal(secret, kid, sealed)) as JWK;
  } catch (error) {
    throw new Error('the signing key does not open: KEY_ENCRYPTION_SECRET is not the one it was sealed with', {
      cause: error,
    });
  }
}
