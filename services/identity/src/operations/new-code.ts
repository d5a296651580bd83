import type { Envelope } from '@consult/contracts/envelope';
import type { Clock } from '@consult/runtime/clock';
import { type CodePurpose, newAccessCode, withCode } from '../domain/user.ts';
import { hashSecret, newSecret } from '../security/secrets.ts';
import type { StoredUser } from '../store/users.ts';
import { accessCodeIssued } from './events.ts';

/** The person with a new one-time code, and the event that mails it. Nothing is written. */
export function withNewCode(
  clock: Clock,
  { user, credentials }: StoredUser,
  purpose: CodePurpose,
): { stored: StoredUser; event: Envelope } {
  const code = newSecret();
  const record = newAccessCode(purpose, hashSecret(code), clock.wallNow());
  const accessCodes = withCode(credentials.accessCodes, record);
  return {
    stored: { user, credentials: { ...credentials, accessCodes } },
    event: accessCodeIssued(user, { purpose, code, expiresAt: record.expiresAt }, clock.now()),
  };
}
