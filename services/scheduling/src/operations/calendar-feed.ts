import ICAL from 'ical.js';
import type { Consultation } from '../domain/consultation.ts';

/** One session in a calendar, and whom its owner meets there. */
export interface CalendarEntry {
  session: Consultation;
  otherName: string;
}

/** Below what one gRPC message may be; sessions with very long links may not all fit. */
const FEED_MAX_CHARACTERS = 700_000;

/**
 * A calendar to subscribe to, RFC 5545: UIDs and sequences as in the invites, so that a calendar shows a session once; instants in
 * UTC, which need no VTIMEZONE. Nothing that is private: no notes, no reasons, no addresses of people.
 */
export function calendarOf(entries: readonly CalendarEntry[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Consult//scheduling//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', 'Consultations');
  let length = 0;
  for (const entry of entries) {
    const event = eventOf(entry);
    length += event.toString().length;
    if (length > FEED_MAX_CHARACTERS) break;
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function eventOf({ session, otherName }: CalendarEntry): ICAL.Component {
  const { _id, revision, details, meeting, scheduledStart, scheduledEnd, history, createdAt } = session;
  const isCancelled = session.status.current === 'cancelled';
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', `${_id}@consult`);
  event.updatePropertyWithValue('sequence', (revision - 1) * 2 + Number(isCancelled));
  // When it last changed rather than now: the same sessions are the same text.
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(history.at(-1)?.at ?? createdAt, true));
  event.updatePropertyWithValue('dtstart', ICAL.Time.fromJSDate(scheduledStart, true));
  event.updatePropertyWithValue('dtend', ICAL.Time.fromJSDate(scheduledEnd, true));
  event.updatePropertyWithValue('summary', otherName === '' ? details.title : `${details.title} (${otherName})`);
  if (meeting.location !== undefined) event.updatePropertyWithValue('location', meeting.location);
  if (meeting.url !== undefined) event.updatePropertyWithValue('url', meeting.url);
  event.updatePropertyWithValue('status', statusOf(session));
  return event;
}

/** What is not confirmed although it has to be may still be declined. */
function statusOf({ status, terms }: Consultation): string {
  if (status.current === 'cancelled') return 'CANCELLED';
  return status.current === 'scheduled' && terms.confirmationRequired ? 'TENTATIVE' : 'CONFIRMED';
}
