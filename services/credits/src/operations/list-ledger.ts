import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Movement } from '../domain/movement.ts';
import { readAccount } from '../store/accounts.ts';
import { movementsBefore } from '../store/ledger.ts';
import { readableClient } from './access.ts';
import type { Deps } from './deps.ts';

const LEDGER_PAGE_DEFAULT = 25;
const LEDGER_PAGE_MAX = 100;

export interface LedgerInput {
  clientId: string;
  lotId?: string | undefined;
  /** 0: the default. */
  limit: number;
  cursor: string;
}

/** One page of an account's movements, newest first, those on their way to the ledger included. Refusals: forbidden, invalid_request. */
export async function listLedger(
  deps: Deps,
  caller: Caller,
  input: LedgerInput,
): Promise<{ movements: Movement[]; nextCursor?: string }> {
  const client = readableClient(caller, input.clientId);
  const limit = Math.min(input.limit === 0 ? LEDGER_PAGE_DEFAULT : input.limit, LEDGER_PAGE_MAX);
  const before = input.cursor === '' ? Number.MAX_SAFE_INTEGER : sequenceOf(input.cursor);
  // The account first: a movement that is flushed in between is then seen twice rather than not at all.
  const { account, pending } = await readAccount(deps.accounts, client);
  const key = { tenantId: client.tenantId, accountId: account._id };
  const flushed = await movementsBefore(deps.ledger, key, { before, limit: limit + 1, lotId: input.lotId });
  const waiting = pending.filter(
    ({ sequence, kind, lotId }) =>
      sequence < before && kind !== 'tombstone' && (input.lotId === undefined || lotId === input.lotId),
  );
  const bySequence = new Map([...waiting, ...flushed].map((movement) => [movement.sequence, movement]));
  const found = [...bySequence.values()].sort((a, b) => b.sequence - a.sequence);
  const movements = found.slice(0, limit);
  const last = movements.at(-1);
  return { movements, ...(found.length > limit && last ? { nextCursor: cursorOf(last.sequence) } : {}) };
}

function cursorOf(sequence: number): string {
  return Buffer.from(`before:${sequence}`).toString('base64url');
}

function sequenceOf(cursor: string): number {
  const [, digits] = /^before:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (digits !== undefined) return Number(digits);
  return refuse('invalid_request', {
    errors: [{ pointer: '/cursor', code: 'cursor', message: 'is not a cursor of this list' }],
  });
}
