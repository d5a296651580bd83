import type { Caller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import { type Account, chainKey, clientTypeOf } from '../domain/account.ts';
import { type BalanceView, balanceOf } from '../domain/balance.ts';
import { availableCredits, type Quote, quoteSession, type Session } from '../domain/payer.ts';
import { creditsOf } from '../domain/stand.ts';
import { type ClientKey, readAccount } from '../store/accounts.ts';
import { archivedLotsOf } from '../store/archived-lots.ts';
import { readableClient } from './access.ts';
import type { Deps } from './deps.ts';
import { registerOnDemand } from './register-client.ts';

/** Lots of the archive that one answer shows. */
const ARCHIVED_MAX = 1_000;

/**
 * What a client has now; `withArchived`: with the spent lots that have left the account, the newest thousand. An account not
 * heard of is an empty one. Refusals: forbidden.
 */
export async function getBalance(
  deps: Deps,
  caller: Caller,
  input: { clientId: string; withArchived: boolean },
): Promise<BalanceView> {
  const client = readableClient(caller, input.clientId);
  const account = await registeredAccount(deps, client).catch(asFarAsKnown(deps, client));
  if (!input.withArchived) return balanceOf(account, deps.clock.now());
  const key = { tenantId: client.tenantId, accountId: account._id };
  const own = account.lots.map(({ lotId }) => lotId);
  const archived = await archivedLotsOf(deps.archive, key, ARCHIVED_MAX, own);
  return balanceOf({ ...account, lots: [...account.lots, ...archived] }, deps.clock.now());
}

/** What a session would cost, as `checkAvailability` found it. */
export interface Availability {
  quote: Quote;
  balance: number;
  /** What the session that is moved has set aside: it counts as there, and goes back where it is not needed. */
  setAside: number;
}

/**
 * Which lots could pay for this session now, and who does, or why nobody can; a pure read. `moved`: the revision that stands of a
 * booking that is moved. Refusals: forbidden.
 */
export async function checkAvailability(
  deps: Deps,
  caller: Caller,
  input: Session & { clientId: string; moved?: { bookingId: string; revision: number } },
): Promise<Availability> {
  const { clientId, moved, ...session } = input;
  const client = readableClient(caller, clientId, ['scheduling']);
  const now = deps.clock.now();
  const { account } = await readAccount(deps.accounts, client);
  const predecessor = moved && account.bookings[chainKey(moved)];
  const quote = quoteSession(account, session, now, predecessor);
  const setAside = predecessor === undefined ? 0 : creditsOf(predecessor.payment);
  if (quote.payer.by !== 'nobody' || account.freeTrial.state !== 'unknown')
    return { quote, setAside, balance: availableCredits(account, now) };
  const registered = await registeredAccount(deps, client);
  const asked = quoteSession(registered, session, now, predecessor);
  return { quote: asked, setAside, balance: availableCredits(registered, now) };
}

/** Whether the client has bought or met before. Refusals: forbidden. */
export async function getStanding(deps: Deps, caller: Caller, clientId: string): Promise<'new' | 'returning'> {
  const client = readableClient(caller, clientId, ['billing']);
  const { account } = await readAccount(deps.accounts, client);
  return clientTypeOf(account);
}

/** The account; of a client whose registration has not been heard of, it is opened first. */
export async function registeredAccount(deps: Deps, client: ClientKey): Promise<Account> {
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
