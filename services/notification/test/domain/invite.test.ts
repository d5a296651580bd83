import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { inviteFor } from '../../src/mail/invite.ts';
import type { SessionFacts } from '../../src/domain/session.ts';
import { sessionFacts } from '../sample.ts';

const people = [
  { name: 'Sarah; the "Baker"', email: 'sarah@bakery.example' },
  { name: 'Mike', email: 'mike@consult.example' },
];

function read(session: Partial<SessionFacts>, cancelled = false) {
  const { method, content } = inviteFor({
    session: sessionFacts(session),
    cancelled,
    organizer: { name: 'Consult', email: 'no-reply@consult.example' },
    attendees: people,
    stamp: new Date('2025-01-03T09:00:00Z'),
  });
  const calendar = new ICAL.Component(ICAL.parse(content));
  const component = calendar.getFirstSubcomponent('vevent');
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return { method, content, zone, event: new ICAL.Event(component ?? undefined) };
}

describe('invites', () => {
  test('an invite asks both, at the right time, under a stable UID', () => {
    const { method, event } = read({});
    expect(method).toBe('REQUEST');
    expect([event.uid, event.sequence, event.summary]).toEqual([
      'booking-1@consult',
      0,
      'Instagram Marketing Strategy',
    ]);
    expect(event.startDate.toJSDate().toISOString()).toBe('2025-01-20T10:00:00.000Z');
    expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      'mailto:sarah@bakery.example',
      'mailto:mike@consult.example',
    ]);
  });

  test('a cancellation has the same UID and a higher SEQUENCE', () => {
    const { method, event, content } = read({}, true);
    expect([method, event.uid, event.sequence]).toEqual(['CANCEL', 'booking-1@consult', 1]);
    expect(content).toContain('STATUS:CANCELLED');
    expect(read({ revision: 2 }).event.sequence).toBe(2);
  });

  test.each([
    ['America/New_York', '2025-03-09T14:00:00.000Z', '2025-03-09T10:00:00'],
    ['America/New_York', '2025-03-08T14:00:00.000Z', '2025-03-08T09:00:00'],
    ['Europe/Lisbon', '2025-10-26T10:00:00.000Z', '2025-10-26T10:00:00'],
    ['Asia/Kolkata', '2025-01-20T10:00:00.000Z', '2025-01-20T15:30:00'],
    ['Australia/Lord_Howe', '2025-04-06T02:00:00.000Z', '2025-04-06T12:30:00'],
  ])('in %s, %s is %s on the wall, and the VTIMEZONE leads back to the same instant', (timezone, start, wall) => {
    const end = new Date(Date.parse(start) + 3_600_000).toISOString();
    const { event, zone, content } = read({ timezone, scheduledStart: start, scheduledEnd: end });
    expect(zone?.getFirstPropertyValue('tzid')).toBe(timezone);
    expect(content).toContain(`DTSTART;TZID=${timezone}:${wall.replaceAll(/[-:]/g, '')}`);
    expect(event.startDate.toJSDate().toISOString()).toBe(start);
    expect(event.endDate.toJSDate().toISOString()).toBe(end);
  });
});
