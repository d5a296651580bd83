import type { Mutant } from './mutants.ts';

const domain = (file: string): string => `services/scheduling/src/domain/${file}`;
const operations = (file: string): string => `services/scheduling/src/operations/${file}`;
const test = (file: string): string[] => [`services/scheduling/test/${file}.test.ts`];

/** Each is a fault that would pay somebody wrongly, judge somebody silently, or show what is private. */
export const AFTER_SESSION_MUTANTS: readonly Mutant[] = [
  {
    name: 'anybody of a no-show disputes it',
    file: domain('moves.ts'),
    find: '      c.status.who === actor &&\n',
    replace: '',
    tests: test('domain/resolve'),
  },
  {
    name: 'a no-show is disputed for ever',
    file: domain('moves.ts'),
    find: ' &&\n      now < disputableUntil(c)',
    replace: '',
    tests: test('domain/resolve'),
  },
  {
    name: 'a client marks themselves, and the consultant is paid for it',
    file: domain('decide.ts'),
    find: ' || marksThemselves(move, actor)',
    replace: '',
    tests: test('domain/resolve'),
  },
  {
    name: 'a credit that went back is taken again',
    file: domain('resolve.ts'),
    find: "credit === 'use' && creditEffectOf(status) === 'return'",
    replace: 'false',
    tests: test('domain/resolve'),
  },
  {
    name: 'a dispute stays open when an admin has settled it',
    file: domain('resolve.ts'),
    find: ' && status.disputed !== undefined && resolution === undefined',
    replace: ' && status.disputed !== undefined',
    tests: test('domain/resolve'),
  },
  {
    name: 'lines of earning do not add up',
    file: domain('earnings.ts'),
    find: ' - earned(lines)',
    replace: '',
    tests: test('domain/earnings'),
  },
  {
    name: 'a consultant who did not come is paid',
    file: domain('earnings.ts'),
    find: "status.current === 'no_show' && status.who === 'client'",
    replace: "status.current === 'no_show'",
    tests: test('domain/earnings'),
  },
  {
    name: 'an acknowledgement of one file is one of the next',
    file: domain('deliverables.ts'),
    find: 'isNewFile ? withFile(changed, now) : changed',
    replace: 'changed',
    tests: test('domain/deliverables'),
  },
  {
    name: 'a used credit is left to the event alone',
    file: operations('record-move.ts'),
    find: 'if (after.resolution?.reversesUse) await reverseUse',
    replace: 'if (false) await reverseUse',
    tests: test('service/after-session'),
  },
  {
    name: 'the fence says that a session used what an admin gave back',
    file: operations('fence.ts'),
    find: "status.creditEffect === 'return' ? 'released' : 'completed'",
    replace: "'completed'",
    tests: test('service/after-session'),
  },
  {
    name: 'a calendar link is kept as it is',
    file: operations('calendar-link.ts'),
    find: "return createHash('sha256').update(token).digest('hex');",
    replace: 'return token;',
    tests: test('service/calendar'),
  },
  {
    name: 'a calendar shows what was said in confidence',
    file: operations('calendar-feed.ts'),
    find: "  event.updatePropertyWithValue('status',",
    replace:
      "  event.updatePropertyWithValue('description', details.description);\n  event.updatePropertyWithValue('status',",
    tests: test('service/calendar'),
  },
  {
    name: 'the client sees what a consultant earns',
    file: 'services/scheduling/src/grpc/after-session-answers.ts',
    find: '...(asStaff ? { amountMinor, currency } : {})',
    replace: '...{ amountMinor, currency }',
    tests: test('service/money'),
  },
  {
    name: 'a statement goes on in the middle of an instant',
    file: 'services/scheduling/src/store/earnings.ts',
    find: ", { 'earnings.id': { $gt: place._id } }",
    replace: '',
    tests: test('service/money'),
  },
];
