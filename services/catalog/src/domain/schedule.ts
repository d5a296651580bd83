import { contradictionIf, type Faults } from './fault.ts';
import type { Move } from './moves.ts';
import type { Availability, Status } from './package.ts';

/** Instants (business time) at which a package publishes or retires itself. */
export type Schedule = Pick<Availability, 'publishAt' | 'retireAt'>;

/** What a package is until somebody says otherwise: on sale at once, or waiting to publish itself. */
export function firstStatus({ publishAt, retireAt }: Schedule): Status {
  return publishAt === undefined || isBefore(retireAt, publishAt) ? 'active' : 'inactive';
}

/** A schedule can only do what is possible then: what is active is retired first, what is inactive is published first. */
export function scheduleFaults(status: Status, { publishAt, retireAt }: Schedule): Faults {
  const publishedTwice = status === 'active' && publishAt !== undefined && !isBefore(retireAt, publishAt);
  const retiredTwice = status === 'inactive' && retireAt !== undefined && !isBefore(publishAt, retireAt);
  return [
    ...contradictionIf(publishedTwice, '/availability/publishAt', 'it is active, and is not retired before'),
    ...contradictionIf(retiredTwice, '/availability/retireAt', 'it is inactive, and is not published before'),
  ];
}

/** The move that a package makes by itself at `now`, if it is time for one. */
export function dueMove({ status, publishAt, retireAt }: Availability, now: Date): Move | undefined {
  if (status === 'inactive' && publishAt !== undefined && publishAt <= now) return 'publish';
  if (status === 'active' && retireAt !== undefined && retireAt <= now) return 'retire';
  return undefined;
}

/** Without what a move has brought about already: a package retired by hand must not be published by an old plan. */
export function withoutDone<T extends { publishAt?: unknown; retireAt?: unknown }>(
  planned: T,
  to: Status,
): Omit<T, 'publishAt' | 'retireAt'> & Partial<Pick<T, 'publishAt' | 'retireAt'>> {
  const { publishAt, retireAt, ...rest } = planned;
  const stillPublishes = to === 'inactive' && publishAt !== undefined;
  const stillRetires = to === 'active' && retireAt !== undefined;
  return { ...rest, ...(stillPublishes ? { publishAt } : {}), ...(stillRetires ? { retireAt } : {}) };
}

function isBefore(one: Date | undefined, other: Date): boolean {
  return one !== undefined && one < other;
}
