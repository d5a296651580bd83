import { createHash } from 'node:crypto';
import type { Caller } from '@consult/runtime/caller';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { resetCredits } from '../support/credits.ts';
import {
  addConsultant,
  admin,
  client,
  consultant,
  OTHER_TENANT,
  refusal,
  session,
  startWorld,
  TENANT,
  type World,
} from '../support/world.ts';

const sarah = client('sarah');
const mike = consultant('mike');
const nobody: Caller = { tenantId: '', userId: '', roles: [], service: 'gateway', requestId: '' };
let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
  await addConsultant(world, 'otto', { tenantId: OTHER_TENANT, name: 'Otto' });
  world.identity.users.set(`${TENANT}/sarah`, { name: 'Sarah', roles: ['client'], version: 1 });
});
beforeEach(() => resetCredits(world.credits));
afterAll(() => world.stop());

const linkOf = async (by: Caller) => (await world.scheduling.rotateCalendarLink(by, {})).token;
const feed = async (token: string) => (await world.scheduling.getCalendar(nobody, { token })).content;
async function entries(token: string) {
  const calendar = new ICAL.Component(ICAL.parse(await feed(token)));
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const text = (name: string) => event.getFirstPropertyValue(name)?.toString();
    return {
      uid: text('uid'),
      status: text('status'),
      summary: text('summary'),
      start: text('dtstart'),
      sequence: text('sequence'),
    };
  });
}
const bookingOf = async (consultationId: string) =>
  (await world.scheduling.getTrail(admin(), { consultationId })).bookingId;

describe('a calendar link', () => {
  test('shows a client their sessions and a consultant theirs, each with whom they meet, as the invites do', async () => {
    const book = (title: string, start: string, more: object = {}) =>
      world.scheduling.book(sarah, session('mike', start, { title, ...more }));
    const meeting = { kind: 'video', url: 'https://meet.example/abc' };
    const kept = await book('Strategy; first, part', '2025-01-20T10:00:00Z', { meeting, description: 'Between us' });
    const given = await book('Given up', '2025-01-21T10:00:00Z');
    await world.scheduling.cancel(sarah, { consultationId: given.consultationId, reason: 'ill', requestId: '' });
    // Whoever has been shown with a name has one from then on; elsewhere the registration tells it.
    await world.scheduling.getConsultation(mike, { consultationId: kept.consultationId });
    const [ofSarah, ofMike] = [await linkOf(sarah), await linkOf(mike)];
    const expected = [
      {
        uid: `${await bookingOf(kept.consultationId)}@consult`,
        status: 'CONFIRMED',
        start: '2025-01-20T10:00:00Z',
        sequence: '0',
      },
      {
        uid: `${await bookingOf(given.consultationId)}@consult`,
        status: 'CANCELLED',
        start: '2025-01-21T10:00:00Z',
        sequence: '1',
      },
    ];
    expect(await entries(ofSarah)).toMatchObject(expected);
    expect((await entries(ofSarah)).map(({ summary }) => summary)).toEqual([
      'Strategy; first, part (Mike Johnson)',
      'Given up (Mike Johnson)',
    ]);
    expect((await entries(ofMike)).map(({ summary }) => summary)).toEqual([
      'Strategy; first, part (Sarah)',
      'Given up (Sarah)',
    ]);
    const text = await feed(ofMike);
    expect(text).toContain('URL:https://meet.example/abc');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('DTSTART:20250120T100000Z');
    // The same sessions are the same text.
    expect(await feed(ofMike)).toBe(text);
  });

  test('shows nothing private: no notes, no reasons, no descriptions', async () => {
    const { consultationId } = await world.scheduling.book(
      sarah,
      session('mike', '2025-01-22T10:00:00Z', { description: 'SECRET description' }),
    );
    world.clock.set('2025-01-22T10:00:00Z');
    await world.scheduling.start(mike, { consultationId, reason: '', requestId: '' });
    await world.scheduling.complete(mike, { consultationId, summary: 'SECRET summary', overallStatus: 'successful' });
    const notes = { consultationId, clientEngagement: 'neutral', notes: 'SECRET notes' };
    await world.scheduling.giveConsultantFeedback(mike, notes);
    for (const by of [sarah, mike]) expect(await feed(await linkOf(by))).not.toContain('SECRET');
  });

  test('is tentative where a confirmation is awaited, and not when it has come', async () => {
    const { consultationId } = await world.scheduling.book(sarah, session('mike', '2025-02-03T10:00:00Z'));
    await world.database
      .collection('consultations')
      .updateOne({ consultationId }, { $set: { 'terms.confirmationRequired': true } });
    const token = await linkOf(sarah);
    const states = async () => (await entries(token)).map(({ status }) => status);
    expect((await states()).filter((status) => status === 'TENTATIVE')).toHaveLength(1);
    await world.scheduling.confirm(mike, { consultationId, reason: '', requestId: '' });
    expect(await states()).not.toContain('TENTATIVE');
    expect(await states()).toContain('CONFIRMED');
  });

  test('dies when it is made anew or revoked; what it was is like what never was', async () => {
    const first = await linkOf(sarah);
    const second = await linkOf(sarah);
    expect(first).not.toBe(second);
    expect(second).toMatch(/^[A-Za-z0-9_-]{43}$/);
    await entries(second);
    await world.scheduling.revokeCalendarLink(sarah, {});
    await world.scheduling.revokeCalendarLink(sarah, {});
    const tries = [first, second, 'A'.repeat(43), '', 'short', `${'A'.repeat(43)}\u0000`];
    for (const token of tries) expect(await refusal(feed(token))).toEqual({ code: 'not_found', details: {} });
  });

  test('is kept as a hash alone, one for each person, however many are asked for at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => linkOf(mike)));
    const links = await world.database
      .collection('calendar_links')
      .find({ tenantId: TENANT, userId: 'mike' })
      .toArray();
    expect(links).toHaveLength(1);
    const alive = tokens.filter(
      (token) => createHash('sha256').update(token).digest('hex') === links[0]?.['tokenHash'],
    );
    expect(alive).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(alive[0]);
    await entries(alive[0] ?? '');
  });

  test('is for clients and consultants, and stays in its tenant', async () => {
    expect(await refusal(linkOf(admin()))).toMatchObject({ code: 'forbidden' });
    const sameName = client('sarah', OTHER_TENANT);
    await world.scheduling.book(sameName, session('otto', '2025-02-05T10:00:00Z', { title: 'Elsewhere' }));
    const titles = async (by: Caller) => (await entries(await linkOf(by))).map(({ summary }) => summary);
    expect(await titles(sameName)).toEqual(['Elsewhere (Otto)']);
    expect(await titles(sarah)).not.toContain('Elsewhere (Otto)');
  });

  test.each([
    { name: 'many-to-come', past: 40, shown: 500, first: 40, last: 538 },
    { name: 'many-gone', past: 560, shown: 71, first: 560, last: 530 },
  ])('shows at most 500 sessions, the next ones first, and goes back 30 days: $name', async (case_) => {
    const many = client(case_.name);
    const { consultationId } = await world.scheduling.book(
      many,
      session('mike', `2025-02-10T1${case_.past === 40 ? 0 : 1}:00:00Z`),
    );
    const collection = world.database.collection<{ _id: string }>('consultations');
    const [one] = await collection.find({ consultationId }).toArray();
    if (one === undefined) throw new Error('not there');
    const {
      active: _active,
      consultantCells: _cells,
      clientCells: _own,
      ...row
    } = one as typeof one & Record<string, unknown>;
    const rows = Array.from({ length: 600 }, (_, at) => ({
      ...row,
      _id: `${case_.name}-${at}`,
      consultationId: `CONS-${case_.name}-${at}`,
      // A day each, so many of them past; the booking they are made after is one more.
      scheduledStart: new Date(world.clock.now().getTime() + (at - case_.past) * 86_400_000),
    }));
    await collection.insertMany(rows);
    const shown = await entries(await linkOf(many));
    expect(shown).toHaveLength(case_.shown);
    expect([shown[0]?.uid, shown.at(-1)?.uid]).toEqual([
      `${case_.name}-${case_.first}@consult`,
      `${case_.name}-${case_.last}@consult`,
    ]);
  });
});
