import type { WallHours } from '../../src/domain/open-hours.ts';
import type { SlotRules } from '../../src/domain/slots.ts';

/** Epoch minute of an ISO instant. */
export const at = (iso: string): number => Date.parse(iso) / 60_000;
/** ISO instant without seconds of an epoch minute. */
export const iso = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);
export const hours = (from: number, to: number): WallHours => ({ from: from * 60, to: to * 60 });
const NO_BUFFERS = { beforeMinutes: 0, afterMinutes: 0 };

/** Nine to five, every day, in the zone; the rest as the policies' defaults. */
export function rulesIn(timezone: string, changes: Partial<SlotRules> = {}): SlotRules {
  return {
    timezone,
    weekly: Array.from({ length: 7 }, () => [hours(9, 17)]),
    overrides: new Map(),
    timeOff: [],
    buffers: NO_BUFFERS,
    minimumNoticeMinutes: 0,
    horizon: { days: 365 },
    stepMinutes: 30,
    offsetMinutes: 0,
    ...changes,
  };
}
