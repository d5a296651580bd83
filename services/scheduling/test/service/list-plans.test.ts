import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { State } from '../../src/domain/consultation.ts';
import { consultationsOn, type Consultations } from '../../src/store/consultation-document.ts';
import { type ConsultationFilter, consultationsQuery } from '../../src/store/consultation-queries.ts';
import { startWorld, TENANT, type World } from '../support/world.ts';

const LIMIT = 5;
const SESSIONS = 3_000;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2020-01-01T10:00:00Z');
const STATES: readonly State[] = ['scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'];
let world: World;
let consultations: Consultations;

beforeAll(async () => {
  world = await startWorld();
  consultations = consultationsOn(world.database);
  // Years of sessions of ten clients with seven consultants, in every state; three disputes are open, all of them old.
  const rows = Array.from({ length: SESSIONS }, (_, at) => {
    const disputed = at === 5 || at === 95 || at === 155;
    return {
      _id: `b-${String(at).padStart(5, '0')}`,
      tenantId: TENANT,
      consultationId: `CONS-${at}`,
      clientId: `client-${at % 10}`,
      consultantId: `consultant-${at % 7}`,
      scheduledStart: new Date(FIRST + Math.floor(at / 2) * DAY_MS),
      status: { current: disputed ? 'no_show' : STATES[at % 6] },
      outbox: [],
      ...(disputed ? { disputeOpen: true } : {}),
    };
  });
  // Slots that were held and are over stay, and begin later than all of it.
  const holds = Array.from({ length: 300 }, (_, at) => ({
    _id: `h-${at}`,
    tenantId: TENANT,
    clientId: 'client-3',
    consultantId: 'consultant-2',
    scheduledStart: new Date(FIRST + (3_000 + at) * DAY_MS),
    hold: { state: 'released' },
    outbox: [],
  }));
  await world.database.collection<{ _id: string }>('consultations').insertMany([...rows, ...holds]);
}, 60_000);
afterAll(() => world.stop());

const PEOPLE: Partial<ConsultationFilter>[] = [
  {},
  { clientId: 'client-3' },
  { consultantId: 'consultant-2' },
  { clientId: 'client-3', consultantId: 'consultant-2' },
  { participantId: 'client-3' },
];
const middle = { from: new Date(FIRST + 400 * DAY_MS), to: new Date(FIRST + 1_200 * DAY_MS) };
const RANGES: Partial<ConsultationFilter>[] = [{}, { from: middle.from }, { to: middle.to }, middle];
const STATUSES: Partial<ConsultationFilter>[] = [{}, { status: 'completed' }, { status: 'no_show' }];
const DISPUTED: Partial<ConsultationFilter>[] = [{}, { disputed: true }, { disputed: false }];
const combinations = PEOPLE.flatMap((people) =>
  RANGES.flatMap((range) =>
    STATUSES.flatMap((status) => DISPUTED.map((disputed) => ({ ...people, ...range, ...status, ...disputed }))),
  ),
);

interface Explained {
  queryPlanner: { winningPlan: object };
  executionStats: { totalDocsExamined: number };
}

test('every combination of filters comes from an index, in order, at the cost of a page', async () => {
  const faults: object[] = [];
  for (const filter of combinations) {
    const first = consultationsQuery(
      consultations,
      { tenantId: TENANT, ...filter },
      { limit: LIMIT, place: undefined },
    );
    const rows = await first.clone().lean<{ _id: string; scheduledStart: Date }[]>();
    const last = rows.at(-1);
    const place = last === undefined ? undefined : { at: last.scheduledStart, _id: last._id };
    const next = consultationsQuery(consultations, { tenantId: TENANT, ...filter }, { limit: LIMIT, place });
    for (const [page, query] of [first, next].entries()) {
      const { queryPlanner, executionStats } = (await query.explain('executionStats')) as unknown as Explained;
      const plan = JSON.stringify(queryPlanner.winningPlan);
      const examined = executionStats.totalDocsExamined;
      // Of an $or, each branch is one row ahead.
      if (plan.includes('"stage":"SORT"') || plan.includes('COLLSCAN') || examined > LIMIT + 3)
        faults.push({ filter, page, examined, plan });
    }
  }
  expect(combinations).toHaveLength(180);
  expect(faults).toEqual([]);
}, 120_000);
