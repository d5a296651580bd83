import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Movement } from '../domain/movement.ts';
import { readAccount } from '../store/accounts.ts';
import { type MovementFilter, movementsBefore } from '../store/ledger.ts';
import { readableClient } from './access.ts';
import type { Deps } from './deps.ts';

export interface LedgerInput {
  clientId: string;
  filter: MovementFilter;
  /** The last sequence number that has been seen; absent: none. */
  before?: number | undefined;
  limit: number;
}

/** An account's movements before a sequence number, newest first, those on their way to the ledger included. Refusals: forbidden, invalid_request (whose). */
export async function listLedger(deps: Deps, caller: Caller, input: LedgerInput): Promise<Movement[]> {
  if (input.clientId === '' && !hasRole(caller, 'client'))
    refuse('invalid_request', { errors: [{ pointer: '/clientId', code: 'missing', message: 'is required of staff' }] });
  const client = readableClient(caller, input.clientId);
  const { limit, filter, before = Number.MAX_SAFE_INTEGER } = input;
  // The account first: a movement that is flushed in between is then seen twice rather than not at all.
  const { account, pending } = await readAccount(deps.accounts, client);
  const key = { tenantId: client.tenantId, accountId: account._id };
  const flushed = await movementsBefore(deps.ledger, key, { before, limit, ...filter });
  const waiting = pending.filter(
    (movement) => movement.sequence < before && movement.kind !== 'tombstone' && isWanted(movement, filter),
  );
  const bySequence = new Map([...waiting, ...flushed].map((movement) => [movement.sequence, movement]));
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence).slice(0, limit);
}

function isWanted(movement: Movement, { lotId, bookingId, kind }: MovementFilter): boolean {
  return (
    (lotId === undefined || movement.lotId === lotId) &&
    (bookingId === undefined || movement.bookingId === bookingId) &&
    (kind === undefined || movement.kind === kind)
  );
}
