import { setTimeout as delay } from 'node:timers/promises';
import type { Caller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import { hasFreshCode } from '../domain/user.ts';
import { hashSecret } from '../security/secrets.ts';
import { findUserByCode, findUserByEmail } from '../store/users.ts';
import { changeUser } from './change-user.ts';
import type { Deps } from './deps.ts';
import { withNewCode } from './new-code.ts';

/** The answer comes after this long, known address or not: the write behind it does not show. */
const RESET_ANSWER_MS = 150;

/** Mails a code to set a new password when the address is known, and never says whether it was. */
export async function requestPasswordReset(deps: Deps, caller: Caller, email: string): Promise<void> {
  await Promise.all([issueReset(deps, caller.tenantId, email), delay(RESET_ANSWER_MS)]);
}

async function issueReset(deps: Deps, tenantId: string, email: string): Promise<void> {
  const { clock, users } = deps;
  try {
    await changeUser(
      deps,
      () => findUserByEmail(users, { tenantId, email }),
      (stored) => {
        if (hasFreshCode(stored.credentials.accessCodes, 'password_reset', clock.wallNow())) return undefined;
        const user = { ...stored.user, version: stored.user.version + 1 };
        const coded = withNewCode(clock, { ...stored, user }, 'password_reset');
        return { after: coded.stored, events: [coded.event] };
      },
    );
  } catch (error) {
    // An unknown address is no refusal here: the caller must not learn of it.
    if (!isAppError(error, 'not_found')) throw error;
  }
}

/**
 * Sets the password by a one-time code; every code and every sign-in from before is over.
 * Refusals: invalid_credentials (a code that is unknown, used or too old), rate_limited.
 */
export async function resetPassword(
  deps: Deps,
  caller: Caller,
  given: { code: string; password: string },
): Promise<void> {
  const key = { tenantId: caller.tenantId, codeHash: hashSecret(given.code) };
  const holder = () => findUserByCode(deps.users, key);
  if ((await holder()) === undefined) refuse('invalid_credentials');
  const passwordHash = await deps.passwords.hash(given.password);
  await changeUser(
    deps,
    async () => (await holder()) ?? refuse('invalid_credentials'),
    ({ user, credentials }) => {
      const code = credentials.accessCodes.find(({ hash }) => hash === key.codeHash);
      if (code === undefined || code.expiresAt <= deps.clock.wallNow()) return refuse('invalid_credentials');
      const credentialVersion = credentials.credentialVersion + 1;
      return {
        after: {
          user: { ...user, invited: false, version: user.version + 1 },
          credentials: { passwordHash, credentialVersion, accessCodes: [] },
        },
        events: [],
      };
    },
  );
}
