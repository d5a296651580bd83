import { refuse } from '@consult/runtime/errors';

const DAY_MS = 86_400_000;

/** Refuses a range that is empty or longer than so many days: rule_refused. */
export function requireRange({ from, to }: { from: Date; to: Date }, maximumDays: number): void {
  if (from >= to) refuse('rule_refused', { why: 'end_before_start' });
  if (to.getTime() - from.getTime() > maximumDays * DAY_MS)
    refuse('rule_refused', { why: 'range_too_long', maximumDays });
}
