import type { Envelope } from '@consult/contracts/envelope';
import { AppError } from '@consult/runtime/errors';
import type { Account } from '../domain/account.ts';
import type { Movement } from '../domain/movement.ts';
import type { Decided, StoredAccount } from '../store/accounts.ts';
import type { Known } from './known-movements.ts';
import type { Step, WaitingCommand } from './waiting-command.ts';

/** Unpublished events an account may hold, and movements not yet in the ledger: beyond, commands wait for the outage to end. */
const OUTBOX_MAX = 1_000;
const PENDING_MAX = 2_000;
/** Open bookings an account may hold, whatever its tenant allows: the document stays small. */
const OPEN_BOOKINGS_MAX = 500;

/** What commands of one account make of it, one after another. */
export interface Fold extends Decided {
  /** At least one of them changes the account. */
  changed: boolean;
  /** At least one of them was kept from changing it because too much waits already. */
  full: boolean;
  /** Tells all callers; only when what was decided is written, or was decided on the account as it is. */
  settle: () => void;
}

/**
 * Decides commands one after another, each on the account that the ones before it leave. One that is refused, or throws, changes
 * nothing and keeps no other from it.
 */
export function foldCommands(
  stored: StoredAccount,
  commands: readonly WaitingCommand[],
  known: Known,
  at: { now: Date; wallNow: Date },
): Fold {
  const movements: Movement[] = [];
  const events: Envelope[] = [];
  const settles: (() => void)[] = [];
  const knownByNow = new Map(known);
  let after = stored.account;
  let full = false;
  for (const command of commands) {
    const step = command.decide(after, knownOf(command, knownByNow), at);
    const waits = step.change && whatWaits(stored, { movements, events });
    const refusal = waits ?? crowded(after, step);
    full ||= waits !== undefined;
    settles.push(refusal ? () => command.reject(refusal) : step.settle);
    if (refusal || !step.change) continue;
    after = step.change.account;
    for (const movement of step.change.movements) knownByNow.set(movement.movementId, movement);
    movements.push(...step.change.movements);
    events.push(...step.change.events);
  }
  const settle = () => settles.forEach((one) => one());
  return { after, movements, events, changed: after !== stored.account, full, settle };
}

function knownOf({ movementIds }: WaitingCommand, known: Known): Known {
  const own = new Map<string, Movement>();
  for (const id of movementIds) {
    const movement = known.get(id);
    if (movement) own.set(id, movement);
  }
  return own;
}

function whatWaits(stored: StoredAccount, more: { movements: Movement[]; events: Envelope[] }): AppError | undefined {
  if (stored.outboxLength + more.events.length >= OUTBOX_MAX)
    return new AppError('dependency_unavailable', { dependency: 'broker' });
  if (stored.pending.length + more.movements.length >= PENDING_MAX)
    return new AppError('dependency_unavailable', { dependency: 'ledger' });
  return undefined;
}

function crowded(before: Account, { change }: Step): AppError | undefined {
  if (!change || before.bookings === change.account.bookings) return undefined;
  const open = Object.keys(change.account.bookings).length;
  if (open <= OPEN_BOOKINGS_MAX || open <= Object.keys(before.bookings).length) return undefined;
  return new AppError('rule_refused', { rule: 'open_bookings_cap', maximum: OPEN_BOOKINGS_MAX });
}
