import { setTimeout as delay } from 'node:timers/promises';
import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { isOutage } from '@consult/runtime/outage';
import type { Account } from '../domain/account.ts';
import { ACCOUNTS } from '../store/account-document.ts';
import {
  accountIdOf,
  type ClientKey,
  readAccount,
  type StoredAccount,
  saveAccount,
  savedAccount,
} from '../store/accounts.ts';
import { withArchivedLots, withoutUntouched } from './archived-lots.ts';
import type { Deps } from './deps.ts';
import { type Fold, foldCommands } from './fold-commands.ts';
import { knownMovements } from './known-movements.ts';
import { type AccountCommand, whenCarriedOut, type WaitingCommand } from './waiting-command.ts';

/** Races lost to other replicas before the caller is told to try again; of two equals each wins every other one. */
const SAVE_TRIES_MAX = 40;
const RETRY_JITTER_MS = 3;

/** A client, with the id of the account, which takes a digest to make. */
type Client = ClientKey & { accountId: string };

export type { AccountCommand } from './waiting-command.ts';

/**
 * Carries a command out on a client's account: load, look its ids up, decide, write at the version that was read, publish.
 * Commands of one account that wait at the same time are decided one after another and written together.
 * A second arrival has the first answer. Refusals: the decision's own; conflict; dependency_unavailable when too much waits;
 * rule_refused (open_bookings_cap).
 */
export async function changeAccount<A>(deps: Deps, caller: Caller, command: AccountCommand<A>): Promise<A> {
  const client = { tenantId: caller.tenantId, clientId: command.clientId };
  const accountId = accountIdOf(client);
  return whenCarriedOut(caller, command, (waiting) =>
    deps.lines.join(accountId, waiting, (all) => carryOut(deps, { ...client, accountId }, all)),
  );
}

/** Settles every command; never rejects. */
async function carryOut(deps: Deps, client: Client, commands: WaitingCommand[]): Promise<void> {
  const rejectAll = (error: unknown) => commands.forEach(({ reject }) => reject(error));
  try {
    // An election interrupts what is under way: whether it was written shows when it is tried again, once.
    let interrupted = false;
    for (let attempt = 1; attempt <= SAVE_TRIES_MAX; attempt += 1) {
      try {
        if (await tryOnce(deps, client, commands)) return;
      } catch (error) {
        if (interrupted || !isOutage(error)) throw error;
        interrupted = true;
      }
      // What we knew of the account is out of date.
      deps.cache.drop(client.accountId);
      await delay(Math.random() * RETRY_JITTER_MS);
    }
    rejectAll(new AppError('conflict', { attempts: SAVE_TRIES_MAX }));
  } catch (error) {
    // Whether it was written is not known.
    deps.cache.drop(client.accountId);
    rejectAll(error);
  }
}

/**
 * Answers false when it has to be tried again on the account as it is. A remembered account is good enough to accept on, because
 * the save proves that it was current, and then what was refused beside it was refused on a current one. Without a save nothing
 * is proven: then nobody is told anything before the account has been read.
 */
async function tryOnce(deps: Deps, client: Client, commands: WaitingCommand[]): Promise<boolean> {
  const remembered = deps.cache.get(client.accountId);
  const stored = remembered ?? (await readAccount(deps.accounts, client));
  const fold = await decideOn(deps, stored, commands);
  if (remembered && (!fold.changed || fold.full)) return false;
  if (fold.changed && !(await save(deps, stored, fold))) return false;
  if (!fold.changed && stored.account.version > 0) deps.cache.keep(stored);
  fold.settle();
  return true;
}

async function decideOn(deps: Deps, stored: StoredAccount, commands: WaitingCommand[]): Promise<Fold> {
  const movementIds = new Set(commands.flatMap((command) => command.movementIds));
  const known = await knownMovements(deps.ledger, stored, movementIds);
  const lotIds = commands.flatMap((command) => command.lotIds);
  const whole = await withArchivedLots(deps.archive, stored, { lotIds, known });
  const fold = foldCommands(whole, commands, known, { now: deps.clock.now(), wallNow: deps.clock.wallNow() });
  return { ...fold, after: withoutUntouched(fold.after, { stored, whole }) };
}

async function save(deps: Deps, stored: StoredAccount, fold: Fold): Promise<boolean> {
  const { _id: accountId, tenantId } = stored.account;
  faultPoint('credits.before-save');
  if (!(await saveWithPublished(deps, stored.account, fold))) return false;
  faultPoint('credits.after-save');
  const saved = savedAccount(sameVersion(deps, stored), fold);
  deps.cache.keep(saved);
  if (fold.events.length > 0) deps.relay.nudge(ACCOUNTS, tenantId, accountId, fold.events);
  deps.flush.nudge({ tenantId, accountId }, saved.pending.length);
  return true;
}

/** Events that are published leave the account with a save that adds none: one write for both. */
async function saveWithPublished(deps: Deps, account: Account, fold: Fold): Promise<boolean> {
  const { tenantId, _id } = account;
  const along = fold.events.length === 0 ? deps.relay.takeAlong(ACCOUNTS, tenantId, _id) : undefined;
  let saved = false;
  try {
    saved = await saveAccount(deps, account, fold, along?.eventIds);
  } finally {
    along?.settle(saved);
  }
  return saved;
}

/** What is remembered of the same version, where a flush has taken movements off meanwhile. */
function sameVersion(deps: Deps, stored: StoredAccount): StoredAccount {
  const remembered = deps.cache.get(stored.account._id);
  return remembered?.account.version === stored.account.version ? remembered : stored;
}
