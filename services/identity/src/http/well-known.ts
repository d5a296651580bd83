import { SIGNING_ALGORITHM, type SigningKey } from '../security/signing-key.ts';

/** What services and partners read to check our tokens; by path. */
export function wellKnown(options: { issuer: string; publicUrl: string; key: SigningKey }): Record<string, object> {
  const { issuer, publicUrl, key } = options;
  return {
    '/.well-known/jwks.json': key.jwks,
    '/.well-known/openid-configuration': {
      issuer,
      jwks_uri: new URL('/.well-known/jwks.json', publicUrl).href,
      id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
      subject_types_supported: ['public'],
      claims_supported: ['iss', 'aud', 'sub', 'exp', 'iat', 'tid', 'roles'],
    },
  };
}
