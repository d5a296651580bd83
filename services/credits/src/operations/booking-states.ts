import type { Caller } from '@consult/runtime/caller';
import { type Chain, chainKey } from '../domain/account.ts';
import { type BookingState, bookingState, closingMovementIds } from '../domain/booking-state.ts';
import { creditsOf } from '../domain/stand.ts';
import { accountsAfter } from '../store/account-queries.ts';
import { type ClientKey, readAccount, readAccountById } from '../store/accounts.ts';
import { requireService } from './access.ts';
import type { Deps } from './deps.ts';
import { knownMovements } from './known-movements.ts';
import { settleByFence } from './settle-overdue.ts';

const ACCOUNTS_PER_PAGE = 20;

/** A revision of a booking, and whose it is. */
export interface BookingRef {
  bookingId: string;
  revision: number;
  clientId: string;
}
export type BookingCredits = BookingRef & BookingState;

/** What has become of the credits of these bookings. Refusals: forbidden (billing asks). */
export async function getBookingStates(
  deps: Pick<Deps, 'accounts' | 'ledger'>,
  caller: Caller,
  bookings: readonly BookingRef[],
): Promise<BookingCredits[]> {
  requireService(caller, 'billing');
  const { tenantId } = caller;
  const states: BookingCredits[] = [];
  for (const clientId of new Set(bookings.map((booking) => booking.clientId))) {
    const own = bookings.filter((booking) => booking.clientId === clientId);
    states.push(...(await statesOf(deps, { tenantId, clientId }, own)));
  }
  return states;
}

async function statesOf(
  deps: Pick<Deps, 'accounts' | 'ledger'>,
  client: ClientKey,
  bookings: readonly BookingRef[],
): Promise<BookingCredits[]> {
  const stored = await readAccount(deps.accounts, client);
  const known = await knownMovements(deps.ledger, stored, new Set(bookings.flatMap(closingMovementIds)));
  return bookings.map((booking) => ({ ...booking, ...bookingState(stored.account, booking, known) }));
}

/**
 * What bookings have set aside, a page of accounts at a time: what is held, and reservations whose deadline (technical time)
 * was over by `deadlineBefore`; of a booking the latest revision only, because that ends those before it.
 * Refusals: forbidden (billing asks).
 */
export async function listOpenHolds(
  deps: Pick<Deps, 'accounts'>,
  caller: Caller,
  { cursor, deadlineBefore }: { cursor: string; deadlineBefore: Date },
): Promise<{ holds: BookingCredits[]; nextCursor: string }> {
  requireService(caller, 'billing');
  const { tenantId } = caller;
  const page = await accountsAfter(deps.accounts, tenantId, { after: cursor, limit: ACCOUNTS_PER_PAGE });
  const holds: BookingCredits[] = [];
  for (const { clientId, accountId } of page) {
    const stored = await readAccountById(deps.accounts, { tenantId, accountId });
    const latest = latestChains(Object.values(stored?.account.bookings ?? {}));
    const open = latest.filter((chain) => chain.state === 'held' || chain.deadline < deadlineBefore);
    holds.push(...open.map((chain) => ({ ...toState(chain), clientId })));
  }
  const last = page.at(-1);
  return { holds, nextCursor: page.length < ACCOUNTS_PER_PAGE || last === undefined ? '' : last.accountId };
}

function latestChains(chains: readonly Chain[]): Chain[] {
  const latest = new Map<string, Chain>();
  for (const chain of chains)
    if (chain.revision > (latest.get(chain.bookingId)?.revision ?? 0)) latest.set(chain.bookingId, chain);
  return [...latest.values()];
}

function toState({ bookingId, revision, state, payment }: Chain) {
  return { bookingId, revision, state, credits: creditsOf(payment) };
}

/**
 * Has scheduling say for good what stands of a booking that has something set aside, and does it; answers how it is then.
 * Refusals: forbidden (billing asks), dependency_unavailable, deadline_exceeded.
 */
export async function settleBooking(deps: Deps, caller: Caller, booking: BookingRef): Promise<BookingCredits> {
  requireService(caller, 'billing');
  const client = { tenantId: caller.tenantId, clientId: booking.clientId };
  const { account } = await readAccount(deps.accounts, client);
  const chain = account.bookings[chainKey(booking)];
  if (chain) await settleByFence(deps, client, chain);
  const [now] = await statesOf(deps, client, [booking]);
  return now ?? { ...booking, state: 'nothing', credits: 0 };
}
