/** Free starts as services hand them on: numbers, because a long list of instants written out is what takes the time. */
export interface PackedSlots {
  /** Epoch minutes, ascending. */
  startMinutes: number[];
  /** Of the asked zone at each of these instants. */
  offsetMinutes: number[];
  durationMinutes: number;
}
/** A free start as the API shows it. */
export interface Slot {
  start: string;
  end: string;
  offsetMinutes: number;
}

const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;
const HOURS = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:`);
const MINUTES = Array.from({ length: 60 }, (_, minute) => `${String(minute).padStart(2, '0')}:00.000Z`);

/** Writes free starts out as the API shows them. */
export function slotsOf({ startMinutes, offsetMinutes, durationMinutes }: PackedSlots): Slot[] {
  const iso = isoWriter();
  return startMinutes.map((start, at) => ({
    start: iso(start),
    end: iso(start + durationMinutes),
    offsetMinutes: offsetMinutes[at] ?? 0,
  }));
}

/** As `Date.toISOString` writes minutes, five times as fast: the days of a list are few. */
function isoWriter(): (minute: number) => string {
  let day = Number.NaN;
  let date = '';
  return (minute) => {
    const asked = Math.floor(minute / DAY_MINUTES);
    if (asked !== day) date = new Date(asked * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, DATE_LENGTH);
    day = asked;
    const ofDay = minute - asked * DAY_MINUTES;
    return `${date}${HOURS[Math.floor(ofDay / 60)]}${MINUTES[ofDay % 60]}`;
  };
}
