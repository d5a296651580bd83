/** What a mail says, before it is laid out as HTML and as text. */
export interface Content {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** Label and value: what somebody looks for first. */
  facts: [label: string, value: string][];
  action?: { label: string; url: string };
}

/** Who reads it, and on whose behalf it is sent. */
export interface Reader {
  name: string;
  /** Times are shown in this zone. */
  timezone: string;
  brand: string;
  /** Links begin with it. */
  publicUrl: string;
}

/** More than there are zones; a formatter takes fifty times as long to make as to use. */
const KEPT_ZONES_MAX = 1_000;
const instants = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, Intl.DateTimeFormat>();

/** An instant as its reader's wall shows it, with the zone's name. */
export function showInstant(instant: string, timezone: string): string {
  const format = keptFormat(instants, timezone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return format.format(new Date(instant));
}

/** A day as its reader's calendar shows it. */
export function showDay(instant: string, timezone: string): string {
  return keptFormat(days, timezone, { dateStyle: 'long' }).format(new Date(instant));
}

function keptFormat(
  kept: Map<string, Intl.DateTimeFormat>,
  timeZone: string,
  how: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = kept.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...how, timeZone });
  if (kept.size >= KEPT_ZONES_MAX) kept.clear();
  kept.set(timeZone, made);
  return made;
}

/** An amount in the currency's minor unit, with as many decimals as the currency has. */
export function showMoney(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** decimals);
}
