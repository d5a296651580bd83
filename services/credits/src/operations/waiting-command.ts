import { AsyncLocalStorage } from 'node:async_hooks';
import type { Envelope } from '@consult/contracts/envelope';
import { newEvent } from '@consult/messaging/event';
import { type Caller, isSystem } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import type { Account } from '../domain/account.ts';
import type { Context, Decision, Draft } from '../domain/decision.ts';
import type { Movement } from '../domain/movement.ts';
import type { Known } from './known-movements.ts';

export interface AccountCommand<A> {
  clientId: string;
  /** Movements the decision must know of if they exist. */
  movementIds: readonly string[];
  /** Lots the decision must see although they may be archived. Those that the known movements name come along anyway. */
  lotIds?: readonly string[];
  decide: (account: Account, known: Known, context: Context) => Decision<A>;
}

/** What one command has decided: its change, if any, and how its caller will be told. */
export interface Step {
  change?: { account: Account; movements: readonly Movement[]; events: readonly Envelope[] };
  settle: () => void;
}

/** A command that waits for its turn, with its caller. */
export interface WaitingCommand {
  movementIds: readonly string[];
  lotIds: readonly string[];
  /** Decides on this account; any number of times, the last one counts. Never throws: a decision that does is that caller's error. */
  decide: (account: Account, known: Known, at: { now: Date; wallNow: Date }) => Step;
  reject: (error: unknown) => void;
}

/** Hands a command to a line, and resolves or rejects as its last step is settled. */
export function whenCarriedOut<A>(
  caller: Caller,
  command: AccountCommand<A>,
  join: (waiting: WaitingCommand) => void,
): Promise<A> {
  const { movementIds, lotIds = [] } = command;
  const actor = isSystem(caller) ? caller.service : caller.userId;
  // Commands of other callers are decided beside it; its events belong to the trace of its own.
  const inOwnContext = AsyncLocalStorage.snapshot();
  return new Promise((resolve, reject) => {
    join({
      movementIds,
      lotIds,
      reject,
      decide(account, known, at) {
        try {
          const decision = command.decide(account, known, { ...at, actor });
          if (decision.kind === 'refused')
            return { settle: () => reject(new AppError(decision.code, decision.details)) };
          const settle = () => resolve(decision.answer);
          if (decision.kind === 'same') return { settle };
          const { draft } = decision;
          return { settle, change: { ...draft, events: inOwnContext(eventsOf, account, draft) } };
        } catch (error) {
          return { settle: () => reject(error) };
        }
      },
    });
  });
}

/** All events of a fold have the version the account will have after it. */
function eventsOf({ tenantId, clientId, version }: Account, { happenings, context }: Draft): Envelope[] {
  return happenings.map(({ definition, data }) =>
    newEvent(definition, { tenantId, subject: clientId, version: version + 1, time: context.now, data }),
  );
}
