import { SignJWT } from 'jose';

const LIFETIME = '15m';

/** A token for the operator's routes, signed with the operator's secret; fifteen minutes of technical time. */
export async function operatorToken(secret: string): Promise<string> {
  return new SignJWT({ roles: ['operator'] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('operator')
    .setAudience('consult')
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(new TextEncoder().encode(secret));
}
