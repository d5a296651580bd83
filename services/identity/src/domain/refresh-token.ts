/** A refresh token is the address of its family and the family's current secret: one use, then the next. */
export interface RefreshToken {
  tenantId: string;
  familyId: string;
  secret: string;
}

const FORM = /^(\d{6})\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

export function formatRefreshToken({ tenantId, familyId, secret }: RefreshToken): string {
  return `${tenantId}.${familyId}.${secret}`;
}

/** The parts of a token; undefined when it cannot be one of ours. */
export function parseRefreshToken(token: string): RefreshToken | undefined {
  const match = FORM.exec(token);
  if (match === null) return undefined;
  const [, tenantId = '', familyId = '', secret = ''] = match;
  return { tenantId, familyId, secret };
}
