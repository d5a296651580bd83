import type { Envelope } from '@consult/contracts/envelope';
import { refuse } from '@consult/runtime/errors';
import { USERS } from '../store/user-document.ts';
import { saveUser, type StoredUser } from '../store/users.ts';
import type { Deps } from './deps.ts';

/** How often a change is decided anew when others change the same person at the same moment. */
const ATTEMPTS_MAX = 10;

/** What a decision makes of a person; `undefined`: nothing to write. */
export type UserDecision = { after: StoredUser; events: Envelope[] } | undefined;

/**
 * Read, decide, write over the version that was read; again when somebody was faster. The decision sets the next version.
 * Refusals: not_found, conflict.
 */
export async function changeUser(
  deps: Deps,
  read: () => Promise<StoredUser | undefined>,
  decide: (stored: StoredUser) => UserDecision,
): Promise<StoredUser> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const stored = (await read()) ?? refuse('not_found');
    const decision = decide(stored);
    if (decision === undefined) return stored;
    const { after, events } = decision;
    if (!(await saveUser(deps.users, after, events))) continue;
    if (events.length > 0) deps.relay.nudge(USERS, after.user.tenantId, after.user.userId, events);
    return after;
  }
  return refuse('conflict');
}
