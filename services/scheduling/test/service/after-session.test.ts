import { AppError } from '@consult/runtime/errors';
import { checkInvariants } from '@consult/testing/invariants';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resetCredits } from '../support/credits.ts';
import {
  addConsultant,
  admin,
  client,
  consultant,
  eventsOf,
  OTHER_TENANT,
  refusal,
  session,
  startWorld,
  stored,
  TENANT,
  type World,
} from '../support/world.ts';

const FILE = 'https://files.example/plan.pdf';
const sarah = client('sarah');
const mike = consultant('mike');
let world: World;
let day = 1;
beforeAll(async () => {
  world = await startWorld();
  await addConsultant(world, 'mike');
  await addConsultant(world, 'anna');
  world.identity.users.set(`${TENANT}/sarah`, { name: 'Sarah', roles: ['client'], version: 1 });
});
beforeEach(() => {
  resetCredits(world.credits);
  world.credits.unitPriceMinor = 9_900;
});
afterAll(() => world.stop());

const at = (date: string, minutes: number) =>
  world.clock.set(new Date(Date.parse(date) + minutes * 60_000).toISOString());
/** Books a session of its own day, and waits until it begins. */
async function begun(consultantId = 'mike', minutesIn = 0): Promise<string> {
  day += 1;
  const date = new Date(Date.UTC(2025, 1, day, 10)).toISOString();
  const { consultationId } = await world.scheduling.book(sarah, session(consultantId, date));
  at(date, minutesIn);
  return consultationId;
}
async function completed(more: object = {}, consultantId = 'mike'): Promise<string> {
  const consultationId = await begun(consultantId);
  const by = consultant(consultantId);
  await world.scheduling.start(by, { consultationId, reason: '', requestId: '' });
  await world.scheduling.complete(by, { consultationId, summary: 'done', overallStatus: 'successful', ...more });
  return consultationId;
}
const only = async (consultationId: string) => {
  const [document] = await stored(world, { consultationId });
  if (document === undefined) throw new Error('not there');
  return document;
};

describe('a client says that the consultant did not come', () => {
  test('and gets the credit back at once; the consultant disputes it, an admin settles it', async () => {
    const consultationId = await begun('mike', 10);
    const mark = { consultationId, who: 'consultant', reason: 'nobody there', requestId: 'mark' };
    const marked = await world.scheduling.markNoShow(sarah, mark);
    expect(marked.status).toMatchObject({ current: 'no_show', noShowBy: 'consultant', isActive: false });
    expect(world.credits.released).toMatchObject([{ reason: 'consultant_no_show', forfeit: false }]);

    const dispute = { consultationId, reason: 'I was in the other room', requestId: 'dispute' };
    expect(await refusal(world.scheduling.disputeNoShow(sarah, dispute))).toMatchObject({ code: 'invalid_transition' });
    expect(await refusal(world.scheduling.disputeNoShow(admin(), dispute))).toMatchObject({ code: 'forbidden' });
    const disputed = await world.scheduling.disputeNoShow(mike, dispute);
    expect(disputed.status?.disputed).toEqual({
      by: 'consultant',
      at: world.clock.now().toISOString(),
      reason: 'I was in the other room',
    });
    // The same request again answers the same, and tells nobody anew.
    expect((await world.scheduling.disputeNoShow(mike, dispute)).version).toBe(disputed.version);
    const open = await world.scheduling.listConsultations(admin(), { disputed: true });
    expect(open.consultations.map((one) => one.consultationId)).toEqual([consultationId]);

    const word = { consultationId, credit: 'return', earningPercent: 50, reason: 'both were heard', requestId: 'word' };
    expect(await refusal(world.scheduling.resolve(mike, word))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(world.scheduling.resolve(admin(), { ...word, credit: 'use' }))).toMatchObject({
      code: 'rule_refused',
      details: { why: 'credit_already_returned' },
    });
    const settled = await world.scheduling.resolve(admin(), word);
    expect(settled.resolution).toEqual({
      credit: 'return',
      earningPercent: 50,
      reason: 'both were heard',
      by: 'admin-1',
      at: world.clock.now().toISOString(),
    });
    expect((await world.scheduling.listConsultations(admin(), { disputed: true })).consultations).toEqual([]);
    expect(await only(consultationId)).toMatchObject({
      earnings: [{ kind: 'adjusted', amountMinor: 4_950, currency: 'USD' }],
    });
    // It was back already: nothing to take or give.
    expect(world.credits.reversed).toEqual([]);
    const types = ['ConsultationScheduled', 'ConsultationNoShow', 'ConsultationNoShowDisputed', 'ConsultationResolved'];
    const events = await eventsOf(world, consultationId, types);
    expect(events.at(-2)?.data).toMatchObject({ by: 'consultant', who: 'consultant', reason: dispute.reason });
    expect(events.at(-1)?.data).toMatchObject({ state: 'no_show', creditEffect: 'none', earningPercent: 50 });
    // What the client sees of the admin's word: not what it pays the consultant, nor who it was.
    const { resolution } = await world.scheduling.getConsultation(sarah, { consultationId });
    expect(resolution).toMatchObject({ credit: 'return' });
    expect([resolution?.by, resolution?.earningPercent]).toEqual([undefined, undefined]);
  });

  test('both say so of the other at once: one mark stands, and its money with it', async () => {
    for (let round = 0; round < 10; round += 1) {
      resetCredits(world.credits);
      const consultationId = await begun('mike', 10);
      const mark = (by: typeof sarah, who: string) =>
        world.scheduling.markNoShow(by, { consultationId, who, reason: '', requestId: `${round}-${who}` }).then(
          () => who,
          (error: unknown) => (error instanceof AppError ? error.code : 'unknown'),
        );
      const outcomes = await Promise.all([mark(sarah, 'consultant'), mark(mike, 'client')]);
      const who = outcomes.find((outcome) => outcome !== 'invalid_transition');
      expect(outcomes.filter((outcome) => outcome === 'invalid_transition')).toHaveLength(1);
      expect(['client', 'consultant']).toContain(who);
      const { status, earnings = [] } = await only(consultationId);
      expect(status).toMatchObject({ who, creditEffect: who === 'client' ? 'use' : 'return' });
      expect(earnings).toHaveLength(who === 'client' ? 1 : 0);
      expect(world.credits.released).toHaveLength(who === 'client' ? 0 : 1);
    }
  });

  test('not of themselves, not early, and not when it has begun', async () => {
    const consultationId = await begun('mike', 9);
    const mark = (by: typeof sarah, who: string) =>
      world.scheduling.markNoShow(by, { consultationId, who, reason: '', requestId: '' });
    expect(await refusal(mark(sarah, 'consultant'))).toMatchObject({ code: 'invalid_transition' });
    expect(await refusal(mark(client('tom'), 'consultant'))).toMatchObject({ code: 'not_found' });
    await world.scheduling.start(mike, { consultationId, reason: '', requestId: '' });
    at(world.clock.now().toISOString(), 30);
    expect(await refusal(mark(sarah, 'consultant'))).toMatchObject({ code: 'invalid_transition' });
    expect(await refusal(mark(sarah, 'client'))).toMatchObject({ code: 'forbidden' });
    await world.scheduling.complete(mike, { consultationId, summary: 'done', overallStatus: 'successful' });
  });
});

describe('an admin’s word on a session that took place', () => {
  const word = { credit: 'return', earningPercent: 0, reason: 'the report was empty', requestId: 'word-2' };

  test('gives the credit back, takes the earning back, and is audited, in one write', async () => {
    const consultationId = await completed();
    const before = await only(consultationId);
    expect(before.earnings).toMatchObject([{ kind: 'accrued', amountMinor: 9_900 }]);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => world.scheduling.resolve(admin(), { ...word, consultationId })),
    );
    expect(new Set(answers.map(({ version }) => version)).size).toBe(1);
    const after = await only(consultationId);
    expect(after).toMatchObject({
      version: before.version + 1,
      status: { current: 'completed', creditEffect: 'return' },
      earnings: [{ amountMinor: 9_900 }, { kind: 'reversed', amountMinor: -9_900, reason: word.reason }],
    });
    expect(after.history.filter(({ move }) => move === 'resolve')).toMatchObject([
      { actor: 'admin', reason: word.reason, from: 'completed', to: 'completed' },
    ]);
    const { bookingId } = await world.scheduling.getTrail(admin(), { consultationId });
    expect(world.credits.reversed).toMatchObject([{ bookingId, revision: 1, clientId: 'sarah', reason: word.reason }]);
    expect(await world.asCredits.fence(admin(), { bookingId, revision: 1, clientId: 'sarah' })).toMatchObject({
      state: 'released',
    });
    const types = ['ConsultationScheduled', 'ConsultationStarted', 'ConsultationCompleted', 'ConsultationResolved'];
    const events = await eventsOf(world, consultationId, types);
    expect(events.at(-1)?.data).toMatchObject({ state: 'completed', credit: 'return', creditEffect: 'return' });
  });

  test('stands when credits does not answer: the event carries it', async () => {
    const consultationId = await completed();
    world.credits.reverseFailsWith = new AppError('dependency_unavailable', {});
    const settled = await world.scheduling.resolve(admin(), { ...word, consultationId });
    expect(settled.resolution).toMatchObject({ credit: 'return' });
    const types = ['ConsultationScheduled', 'ConsultationStarted', 'ConsultationCompleted', 'ConsultationResolved'];
    expect((await eventsOf(world, consultationId, types)).at(-1)?.data).toMatchObject({ creditEffect: 'return' });
  });

  test.each([
    ['credit', { credit: 'perhaps' }],
    ['earningPercent', { earningPercent: 101 }],
    ['earningPercent', { earningPercent: -1 }],
    ['reason', { reason: '' }],
  ])('a wrong %s is named, and nothing changes', async (name, changes) => {
    const consultationId = await completed();
    const { version } = await only(consultationId);
    const refused = await refusal(world.scheduling.resolve(admin(), { ...word, consultationId, ...changes }));
    expect(refused).toMatchObject({ code: 'invalid_request', details: { errors: [{ pointer: `/${name}` }] } });
    expect((await only(consultationId)).version).toBe(version);
  });
});

describe('what is handed over', () => {
  test('is added before and after the session, changed, and acknowledged by the client', async () => {
    const consultationId = await begun();
    const add = { consultationId, title: 'Plan', dueDate: '2025-03-01', requestId: 'add-1' };
    const pending = await world.scheduling.addDeliverable(mike, add);
    expect(pending).toMatchObject({ title: 'Plan', status: 'pending', dueDate: '2025-03-01T00:00:00.000Z' });
    expect(pending.fileUrl).toBeUndefined();
    expect(await world.scheduling.addDeliverable(mike, add)).toEqual(pending);
    const { deliverableId } = pending;
    const key = { consultationId, deliverableId };
    expect(await refusal(world.scheduling.acknowledgeDeliverable(sarah, key))).toMatchObject({
      code: 'rule_refused',
      details: { why: 'not_delivered' },
    });
    const patchJson = JSON.stringify({ fileUrl: FILE });
    const delivered = await world.scheduling.changeDeliverable(mike, { ...key, patchJson });
    expect(delivered).toMatchObject({ status: 'delivered', fileUrl: FILE, title: 'Plan' });
    const acknowledged = await world.scheduling.acknowledgeDeliverable(sarah, key);
    expect(acknowledged).toMatchObject({ status: 'acknowledged' });
    expect(await world.scheduling.acknowledgeDeliverable(sarah, key)).toEqual(acknowledged);
    await world.scheduling.start(mike, { consultationId, reason: '', requestId: '' });
    const deliverables = [{ title: 'Slides', fileUrl: `${FILE}?slides` }];
    const done = await world.scheduling.complete(mike, {
      consultationId,
      summary: 'done',
      overallStatus: 'successful',
      deliverables,
    });
    expect(done.deliverables.map(({ title, status }) => [title, status])).toEqual([
      ['Plan', 'acknowledged'],
      ['Slides', 'delivered'],
    ]);
  });

  test('is the session’s consultant’s to add and its client’s to acknowledge', async () => {
    const consultationId = await completed({ deliverables: [{ title: 'Slides', fileUrl: FILE }] });
    const [{ deliverableId } = { deliverableId: '' }] = (await only(consultationId)).deliverables;
    const add = (by: typeof sarah) =>
      world.scheduling.addDeliverable(by, { consultationId, title: 'Plan', requestId: '' });
    expect(await refusal(add(sarah))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(add(consultant('anna')))).toMatchObject({ code: 'not_found' });
    expect(await refusal(add(admin(OTHER_TENANT)))).toMatchObject({ code: 'not_found' });
    const acknowledge = (by: typeof sarah, id: string) =>
      world.scheduling.acknowledgeDeliverable(by, { consultationId, deliverableId: id });
    expect(await refusal(acknowledge(mike, deliverableId))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(acknowledge(client('tom'), deliverableId))).toMatchObject({ code: 'not_found' });
    expect(await refusal(acknowledge(sarah, 'another'))).toMatchObject({ code: 'not_found' });
  });

  test.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//evil.example'])(
    'a file at %s is not taken',
    async (fileUrl) => {
      const consultationId = await completed();
      const before = await only(consultationId);
      const add = world.scheduling.addDeliverable(mike, { consultationId, title: 'Plan', fileUrl, requestId: '' });
      expect(await refusal(add)).toMatchObject({
        code: 'invalid_request',
        details: { errors: [{ pointer: '/fileUrl' }] },
      });
      expect(await only(consultationId)).toMatchObject({ version: before.version, deliverables: [] });
    },
  );

  test('fifty are enough, however many are added at once', async () => {
    const consultationId = await completed({
      deliverables: Array.from({ length: 48 }, (_, at) => ({ title: `Part ${at}`, fileUrl: FILE })),
    });
    const adds = Array.from({ length: 4 }, (_, at) =>
      world.scheduling.addDeliverable(mike, { consultationId, title: `More ${at}`, requestId: `more-${at}` }).then(
        () => 'added',
        (error: unknown) => (error instanceof AppError ? error.code : 'unknown'),
      ),
    );
    expect((await Promise.all(adds)).sort()).toEqual(['added', 'added', 'rule_refused', 'rule_refused']);
    expect((await only(consultationId)).deliverables).toHaveLength(50);
    const running = await begun();
    await world.scheduling.addDeliverable(mike, { consultationId: running, title: 'Plan', requestId: '' });
    await world.scheduling.start(mike, { consultationId: running, reason: '', requestId: '' });
    const deliverables = Array.from({ length: 50 }, () => ({ title: 'Part', fileUrl: FILE }));
    const all = world.scheduling.complete(mike, {
      consultationId: running,
      summary: 'done',
      overallStatus: 'successful',
      deliverables,
    });
    expect(await refusal(all)).toMatchObject({ code: 'rule_refused', details: { why: 'too_many_deliverables' } });
  });

  test('nothing is handed over in a session that was given up', async () => {
    day += 1;
    const date = new Date(Date.UTC(2025, 1, day, 10)).toISOString();
    const { consultationId } = await world.scheduling.book(sarah, session('mike', date));
    await world.scheduling.cancel(sarah, { consultationId, reason: 'ill', requestId: '' });
    const add = world.scheduling.addDeliverable(mike, { consultationId, title: 'Plan', requestId: '' });
    expect(await refusal(add)).toMatchObject({ code: 'invalid_transition', details: { from: 'cancelled' } });
  });
});

describe('what was to be done next', () => {
  test('is there when the same two meet again', async () => {
    const nextSteps = ['Post twice a week', 'Measure the reach'];
    const first = await completed({ nextSteps }, 'anna');
    const second = await begun('anna');
    const shown = await world.scheduling.getConsultation(sarah, { consultationId: second });
    expect(shown.previousNextSteps).toMatchObject({ consultationId: first, nextSteps });
    expect((await world.scheduling.getConsultation(sarah, { consultationId: first })).previousNextSteps).toBeNull();
    const other = await begun('mike');
    const withMike = await world.scheduling.getConsultation(sarah, { consultationId: other });
    expect(withMike.previousNextSteps?.consultationId).not.toBe(first);
  });
});

test('and the books are in order', async () => {
  const { MONGODB_URI: mongoUri = '' } = process.env;
  const findings = await checkInvariants({ mongoUri, namespace: world.database.name.replace(/_scheduling$/, '') });
  // I5 is about queues that nobody empties here.
  expect(findings.filter(({ invariant }) => invariant !== 'I5')).toEqual([]);
});
