import type { Status } from './package.ts';

export const MOVES = ['publish', 'retire', 'archive'] as const;
export type Move = (typeof MOVES)[number];

/** Where each move leads. `archived` is final: what was sold stays readable, and is never sold again. */
const TARGET: Readonly<Record<Move, Status>> = { publish: 'active', retire: 'inactive', archive: 'archived' };
const ALLOWED: Readonly<Record<Status, readonly Move[]>> = {
  active: ['retire', 'archive'],
  inactive: ['publish', 'archive'],
  archived: [],
};

/** The status after a move; `same` when it has been made already; or the moves that are possible. */
export function decideMove(from: Status, move: Move): { to: Status } | 'same' | { refused: readonly Move[] } {
  if (TARGET[move] === from) return 'same';
  return ALLOWED[from].includes(move) ? { to: TARGET[move] } : { refused: ALLOWED[from] };
}

/** The moves that are possible from here. */
export function movesFrom(status: Status): readonly Move[] {
  return ALLOWED[status];
}
