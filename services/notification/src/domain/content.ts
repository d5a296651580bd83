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

/** An instant as its reader's wall shows it, with the zone's name. */
export function showInstant(instant: string, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** A day as its reader's calendar shows it. */
export function showDay(instant: string, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: timezone, dateStyle: 'long' }).format(new Date(instant));
}

/** An amount in the currency's minor unit, with as many decimals as the currency has. */
export function showMoney(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** decimals);
}
