import { setTimeout as delay } from 'node:timers/promises';
import { newEvent } from '@consult/messaging/event';
import { type Caller, isSystem } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import type { Account } from '../domain/account.ts';
import type { Context, Decision, Draft } from '../domain/decision.ts';
import type { Known } from '../domain/reserve.ts';
import { ACCOUNTS } from '../store/account-document.ts';
import { type ClientKey, readAccount, type StoredAccount, saveAccount } from '../store/accounts.ts';
import type { Deps } from './deps.ts';
import { knownMovements } from './known-movements.ts';

/** Races lost to other replicas before the caller is told to try again; of two equals each wins every other one. */
const SAVE_TRIES_MAX = 40;
const RETRY_JITTER_MS = 3;
/** Unpublished events an account may hold, and movements not yet in the ledger: beyond, commands wait for the outage to end. */
const OUTBOX_MAX = 1_000;
const PENDING_MAX = 2_000;

export interface AccountCommand<A> {
  clientId: string;
  /** Movements the decision must know of if they exist. */
  movementIds: string[];
  decide: (account: Account, known: Known, context: Context) => Decision<A>;
}

/**
 * Carries a command out on a client's account: load, look its ids up, decide, write at the version that was read, publish.
 * A second arrival has the first answer. Refusals: the decision's own; conflict; dependency_unavailable when too much waits.
 */
export async function changeAccount<A>(deps: Deps, caller: Caller, command: AccountCommand<A>): Promise<A> {
  const client = { tenantId: caller.tenantId, clientId: command.clientId };
  return deps.inTurn(`${client.tenantId}/${client.clientId}`, async () => {
    for (let attempt = 1; attempt <= SAVE_TRIES_MAX; attempt += 1) {
      const outcome = await tryOnce(deps, caller, client, command);
      if (outcome !== 'lost') return outcome.answer;
      await delay(Math.random() * RETRY_JITTER_MS);
    }
    return refuse('conflict', { attempts: SAVE_TRIES_MAX });
  });
}

async function tryOnce<A>(
  deps: Deps,
  caller: Caller,
  client: ClientKey,
  command: AccountCommand<A>,
): Promise<{ answer: A } | 'lost'> {
  const stored = await readAccount(deps.accounts, client);
  const known = await knownMovements(deps.ledger, stored, command.movementIds);
  const actor = isSystem(caller) ? caller.service : caller.userId;
  const context = { now: deps.clock.now(), wallNow: deps.clock.wallNow(), actor };
  const decision = command.decide(stored.account, known, context);
  switch (decision.kind) {
    case 'refused':
      return refuse(decision.code, decision.details);
    case 'same':
      return { answer: decision.answer };
    case 'changed':
      return (await save(deps, stored, decision.draft)) ? { answer: decision.answer } : 'lost';
  }
}

async function save(deps: Deps, stored: StoredAccount, draft: Draft): Promise<boolean> {
  if (stored.outboxLength >= OUTBOX_MAX) return refuse('dependency_unavailable', { dependency: 'broker' });
  if (stored.pending.length >= PENDING_MAX) return refuse('dependency_unavailable', { dependency: 'ledger' });
  const { _id: accountId, tenantId, clientId, version } = stored.account;
  const { movements, happenings, context } = draft;
  const events = happenings.map(({ definition, data }) =>
    newEvent(definition, { tenantId, subject: clientId, version: version + 1, time: context.now, data }),
  );
  faultPoint('credits.before-save');
  if (!(await saveAccount(deps.accounts, stored.account, { after: draft.account, movements, events }))) return false;
  faultPoint('credits.after-save');
  if (events.length > 0) deps.relay.nudge(ACCOUNTS, tenantId, accountId, events);
  deps.flush.nudge({ tenantId, accountId }, stored.pending.length + movements.length);
  return true;
}
