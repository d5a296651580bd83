import ICAL from 'ical.js';
import type { SessionFacts } from '../domain/session.ts';
import { vtimezone, wallTime } from './zone.ts';

export interface Party {
  name: string;
  email: string;
}

export interface Invite {
  method: 'REQUEST' | 'CANCEL';
  /** The calendar as text, RFC 5545. */
  content: string;
}

export interface InviteInput {
  session: SessionFacts;
  cancelled: boolean;
  organizer: Party;
  attendees: Party[];
  stamp: Date;
}

/**
 * The calendar invite of a session (iTIP, RFC 5546). The UID stays for the session's life; SEQUENCE grows with each revision,
 * and once more with the cancellation. Times carry their zone, so that a calendar shows them right when the zone's rules change.
 */
export function inviteFor(input: InviteInput): Invite {
  const method = input.cancelled ? 'CANCEL' : 'REQUEST';
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Consult//notification//EN');
  calendar.updatePropertyWithValue('method', method);
  const { timezone, scheduledStart } = input.session;
  if (timezone !== 'UTC') calendar.addSubcomponent(new ICAL.Component(ICAL.parse(vtimezone(timezone, scheduledStart))));
  calendar.addSubcomponent(eventOf(input));
  return { method, content: `${calendar.toString()}\r\n` };
}

function eventOf({ session, cancelled, organizer, attendees, stamp }: InviteInput): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', `${session.bookingId}@consult`);
  event.updatePropertyWithValue('sequence', (session.revision - 1) * 2 + Number(cancelled));
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stamp, true));
  addInstant(event, 'dtstart', session.scheduledStart, session.timezone);
  addInstant(event, 'dtend', session.scheduledEnd, session.timezone);
  event.updatePropertyWithValue('summary', session.title);
  if (session.description !== '') event.updatePropertyWithValue('description', session.description);
  const { location, url } = session.meeting;
  if (location !== undefined) event.updatePropertyWithValue('location', location);
  if (url !== undefined) event.updatePropertyWithValue('url', url);
  event.updatePropertyWithValue('status', cancelled ? 'CANCELLED' : 'CONFIRMED');
  addParty(event, 'organizer', organizer, {});
  for (const attendee of attendees)
    addParty(event, 'attendee', attendee, {
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
      rsvp: cancelled ? 'FALSE' : 'TRUE',
    });
  return event;
}

function addInstant(event: ICAL.Component, name: string, instant: string, timezone: string): void {
  if (timezone === 'UTC') {
    event.updatePropertyWithValue(name, ICAL.Time.fromJSDate(new Date(instant), true));
    return;
  }
  const time = ICAL.Time.fromData({ ...wallTime(instant, timezone), isDate: false });
  event.updatePropertyWithValue(name, time).setParameter('tzid', timezone);
}

function addParty(event: ICAL.Component, name: string, party: Party, parameters: Record<string, string>): void {
  const property = new ICAL.Property(name);
  property.setValue(`mailto:${party.email}`);
  for (const [key, value] of Object.entries({ cn: party.name, ...parameters })) property.setParameter(key, value);
  event.addProperty(property);
}
