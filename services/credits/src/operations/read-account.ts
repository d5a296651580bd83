import type { Caller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import { type Account, clientTypeOf } from '../domain/account.ts';
import { type BalanceView, balanceOf } from '../domain/balance.ts';
import { availableCredits, choosePayer, type Payer, type Session } from '../domain/payer.ts';
import { type ClientKey, readAccount } from '../store/accounts.ts';
import { readableClient } from './access.ts';
import type { Deps } from './deps.ts';
import { registerOnDemand } from './register-client.ts';

/** What a client has now. An account not heard of is an empty one. Refusals: forbidden. */
export async function getBalance(deps: Deps, caller: Caller, clientId: string): Promise<BalanceView> {
  const client = readableClient(caller, clientId);
  return balanceOf(await registeredAccount(deps, client).catch(asFarAsKnown(deps, client)), deps.clock.now());
}

/** Which lot would pay for this session now, or why none can; a pure read. Refusals: forbidden. */
export async function checkAvailability(
  deps: Deps,
  caller: Caller,
  input: Session & { clientId: string },
): Promise<{ payer: Payer; balance: number }> {
  const { clientId, ...session } = input;
  const client = readableClient(caller, clientId, ['scheduling']);
  const now = deps.clock.now();
  const { account } = await readAccount(deps.accounts, client);
  const payer = choosePayer(account, session, now);
  if (payer.by !== 'nobody' || account.freeTrial.state !== 'unknown')
    return { payer, balance: availableCredits(account, now) };
  const registered = await registeredAccount(deps, client);
  return { payer: choosePayer(registered, session, now), balance: availableCredits(registered, now) };
}

/** Whether the client has bought or met before. Refusals: forbidden. */
export async function getStanding(deps: Deps, caller: Caller, clientId: string): Promise<'new' | 'returning'> {
  const client = readableClient(caller, clientId, ['billing']);
  const { account } = await readAccount(deps.accounts, client);
  return clientTypeOf(account);
}

/** The account; of a client whose registration has not been heard of, it is opened first. */
async function registeredAccount(deps: Deps, client: ClientKey): Promise<Account> {
  const { account } = await readAccount(deps.accounts, client);
  if (account.freeTrial.state !== 'unknown') return account;
  if (!(await registerOnDemand(deps, client.tenantId, client.clientId))) return account;
  return (await readAccount(deps.accounts, client)).account;
}

/** A balance can be shown while identity is away: only the trial of somebody very new is missing from it. */
function asFarAsKnown(deps: Deps, client: ClientKey): (error: unknown) => Promise<Account> {
  return async (error) => {
    if (!isAppError(error, 'dependency_unavailable') && !isAppError(error, 'deadline_exceeded')) throw error;
    return (await readAccount(deps.accounts, client)).account;
  };
}
