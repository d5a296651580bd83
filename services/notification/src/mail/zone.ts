import { Temporal } from 'temporal-polyfill';

/** Changes of the offset that are told, from the one in force at the session on: enough for a session that is moved within the year. */
const TRANSITIONS_TOLD = 4;

/**
 * The VTIMEZONE of a zone around an instant (RFC 5545 §3.6.5): one observance per change of the offset, each with its own DTSTART,
 * so that nothing depends on a yearly rule that a government may change.
 */
export function vtimezone(zone: string, around: string): string {
  const at = Temporal.Instant.from(around).toZonedDateTimeISO(zone);
  const inForce = at.getTimeZoneTransition('previous') ?? at;
  const changes = [inForce];
  for (
    let next = at.getTimeZoneTransition('next');
    next && changes.length < TRANSITIONS_TOLD;
    next = next.getTimeZoneTransition('next')
  )
    changes.push(next);
  const observances = changes.map((change) => observance(change));
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function observance(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ nanoseconds: 1 });
  const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
  // The start is written on the wall clock that held until then.
  const start = change.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${change.offset.replace(':', '')}`,
    `END:${kind}`,
  ];
}

/** What the clock on the wall of a zone shows at an instant. */
export function wallTime(instant: string, zone: string) {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { year, month, day, hour, minute, second };
}
