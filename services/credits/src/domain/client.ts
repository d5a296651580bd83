import type { Account } from './account.ts';
import { begin, change, changed, type Context, type Decision, same } from './decision.ts';
import { endPeriods, noteOf, withNote } from './period.ts';

const DAY_MS = 24 * 3_600_000;

/** A client signed up: the trial is theirs for so many days. Heard before: nothing changes. */
export function decideRegistration(
  account: Account,
  command: { registeredAt: Date; freeTrialDays: number },
  context: Context,
): Decision<void> {
  if (account.freeTrial.state !== 'unknown') return same(undefined);
  const expiresAt = new Date(command.registeredAt.getTime() + command.freeTrialDays * DAY_MS);
  return changed(change(begin(account, context), { freeTrial: { state: 'eligible', expiresAt } }), undefined);
}

/** Newer word on a subscription: a cancelled one has no renewal whose lots could wait in grace. */
export function decideSubscription(
  account: Account,
  command: { subscriptionId: string; version: number; cancelled: boolean },
  context: Context,
): Decision<void> {
  const noted = noteOf(account, command.subscriptionId);
  if (noted.version >= command.version) return same(undefined);
  // What ends here has no next period to go on into.
  return changed(endPeriods(withNote(begin(account, context), { ...noted, ...command }), 0), undefined);
}
