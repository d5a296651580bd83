import { AFTER_SESSION_MUTANTS } from './after-session-mutants.ts';
import type { Mutant } from './mutants.ts';

const domain = (file: string): string => `services/scheduling/src/domain/${file}`;
const operations = (file: string): string => `services/scheduling/src/operations/${file}`;
const store = (file: string): string => `services/scheduling/src/store/${file}`;

const MOVES = ['services/scheduling/test/domain/moves.test.ts'];
const RESCHEDULES = ['services/scheduling/test/domain/reschedule.test.ts'];
const RESCHEDULE = ['services/scheduling/test/service/reschedule.test.ts'];
const HOLDS = ['services/scheduling/test/service/holds.test.ts'];
const BOOK = ['services/scheduling/test/service/book.test.ts'];
const SLOTS = ['services/scheduling/test/service/slots.test.ts'];
const QUOTES = ['services/scheduling/test/service/quotes.test.ts'];
const FENCE = ['services/scheduling/test/service/fence.test.ts'];
const RACES = ['services/scheduling/test/service/races.test.ts'];
const TWO_INSTANCES = ['services/scheduling/test/service/two-instances.test.ts'];

/** Each is a fault that would book somebody twice, lose a credit, or break what was promised. */
export const SCHEDULING_MUTANTS: readonly Mutant[] = [
  // Who may move a session, and until when.
  {
    name: 'a client reschedules after the cut-off',
    file: domain('moves.ts'),
    find: "  if (now >= cutoffAt(consultation)) return 'cutoff_passed';\n",
    replace: '',
    tests: RESCHEDULES,
  },
  {
    name: 'a client reschedules at the very instant of the cut-off',
    file: domain('moves.ts'),
    find: 'if (now >= cutoffAt(consultation))',
    replace: 'if (now > cutoffAt(consultation))',
    tests: RESCHEDULES,
  },
  {
    name: 'reschedules of staff use up those of the client',
    file: domain('moves.ts'),
    find: "history.filter(({ move, actor }) => move === 'reschedule' && actor === 'client').length",
    replace: "history.filter(({ move }) => move === 'reschedule').length",
    tests: RESCHEDULES,
  },
  {
    name: 'a session moved by its client stays confirmed where a confirmation is required',
    file: domain('decide.ts'),
    find: "const anew = actor === 'client' && before.terms.confirmationRequired;",
    replace: 'const anew = false;',
    tests: RESCHEDULES,
  },
  {
    name: 'the deadline of a confirmation runs on through a reschedule',
    file: domain('moves.ts'),
    find: 'const from = asked?.at ?? consultation.createdAt;',
    replace: 'const from = consultation.createdAt;',
    tests: RESCHEDULES,
  },
  {
    name: 'a late cancellation by a client gives the credit back',
    file: domain('decide.ts'),
    find: "return actor !== 'client' || now < cutoffAt(consultation) ? 'return' : 'use';",
    replace: "return 'return';",
    tests: MOVES,
  },
  // A reschedule, all or nothing.
  {
    name: 'the next revision is one that was given up',
    file: domain('consultation.ts'),
    find: 'return Math.max(revision, fencedRevision) + 1;',
    replace: 'return revision + 1;',
    tests: RESCHEDULES,
  },
  {
    name: 'a reservation that another arrival uses is given back',
    file: operations('give-up-revision.ts'),
    find: "    if ('status' in found && hasStood(found, revision)) return 'stands';\n",
    replace: '',
    tests: [...RESCHEDULE, ...TWO_INSTANCES],
  },
  {
    name: 'a revision is given back while it can still be written',
    file: operations('give-up-revision.ts'),
    find: 'if (!isOver(found, revision) && !(await saveFence(deps.consultations, found, revision))) continue;',
    replace: '',
    tests: RESCHEDULE,
  },
  {
    name: 'a failed reschedule keeps its reservation',
    file: operations('place-reschedule.ts'),
    find: 'const given = await giveUpRevision(deps, caller, { bookingId, clientId, revision, reason });',
    replace: "const given: string = reason === '' ? 'stands' : 'given_up';",
    tests: [...RESCHEDULE, ...TWO_INSTANCES],
  },
  {
    name: 'a reschedule is written over whatever happened meanwhile',
    file: store('retake-time.ts'),
    find: '{ tenantId, _id, version },',
    replace: '{ tenantId, _id },',
    tests: [...RESCHEDULE, ...TWO_INSTANCES, ...HOLDS],
  },
  {
    name: 'a reschedule keeps its old cells',
    file: store('retake-time.ts'),
    find: '$set: { ...changed, ...$set, ',
    replace: '$set: { ...changed, ',
    tests: RESCHEDULE,
  },
  {
    name: 'a session stands in its own way',
    file: operations('plan-reschedule.ts'),
    find: '    exceptBookingId: bookingId,\n',
    replace: '',
    tests: RESCHEDULE,
  },
  {
    name: 'a reschedule is reserved without its predecessor',
    file: operations('place-reschedule.ts'),
    find: '    predecessorRevision: before.revision,\n',
    replace: '',
    tests: RESCHEDULE,
  },
  {
    name: 'the same request moves a session twice',
    file: operations('reschedule.ts'),
    find: 'if (isRepeat(before, move, { requestId, actors: capacities(caller, before) })) return before;',
    replace: '',
    tests: RESCHEDULE,
  },
  // Fences.
  {
    name: 'a fence of a later revision is not written down',
    file: operations('fence.ts'),
    find: 'if (await saveFence(deps.consultations, found, revision)) {',
    replace: 'if (found.version > 0) {',
    tests: [...FENCE, ...RESCHEDULE],
  },
  {
    name: 'a booking that lost its slot is not given up before its credit is',
    file: operations('place-booking.ts'),
    find: "if (given === 'duplicate') return 'fenced';",
    replace: '',
    tests: RACES,
  },
  // Slot holds.
  {
    name: 'a client holds two slots at once',
    file: store('consultation-document.ts'),
    find: "{ unique: true, partialFilterExpression: { 'hold.state': 'open' } },",
    replace: "{ partialFilterExpression: { 'hold.state': 'open' } },",
    tests: HOLDS,
  },
  {
    name: 'a hold whose time is over does not give way',
    file: operations('take-time.ts'),
    find: 'return (await giveWay(deps, taken, occupancy)) ? write(occupancy) : written;',
    replace: 'return written;',
    tests: TWO_INSTANCES,
  },
  {
    name: 'a hold that is over keeps its client from another',
    file: domain('hold.ts'),
    find: "return hold.state === 'open' && now < hold.expiresAt;",
    replace: "return hold.state === 'open';",
    tests: HOLDS,
  },
  {
    name: 'credits book the hold of another',
    file: operations('plan-held.ts'),
    find: "if (found === undefined || found === 'tombstone' || found.clientId !== clientId)",
    replace: "if (found === undefined || found === 'tombstone')",
    tests: HOLDS,
  },
  {
    name: 'a hold that was released is booked all the same',
    file: operations('plan-held.ts'),
    find: "if (state === 'released' || state === 'given_up') return",
    replace: "if (state === 'given_up') return",
    tests: HOLDS,
  },
  {
    name: 'a lapsed hold is never booked',
    file: operations('plan-held.ts'),
    find: '  await refuseConflicts(deps, plan);\n  return plan;',
    replace: "  return refuse('outside_availability', { why: 'lapsed' });",
    tests: HOLDS,
  },
  {
    name: 'nobody is told that the time is gone',
    file: operations('credits-arrived.ts'),
    find: "const events = last.code === 'already_booked' ? [] : [event];",
    replace: 'const events = event.id === undefined ? [event] : [];',
    tests: HOLDS,
  },
  {
    name: 'holds are in the lists',
    file: store('consultation-queries.ts'),
    find: '      consultationId: { $exists: true },\n',
    replace: '      tombstone: { $exists: false },\n',
    tests: HOLDS,
  },
  {
    name: 'a booking that names a hold may be for something else',
    file: operations('plan-held.ts'),
    find: "if (!isSame) refuse('rule_refused', { why: 'contradicts_hold' });",
    replace: '',
    tests: HOLDS,
  },
  // Quotes.
  {
    name: 'a retry is refused for what its own first arrival has set aside',
    file: operations('book.ts'),
    find: ', { own: { bookingId, revision: FIRST_REVISION } }',
    replace: '',
    tests: QUOTES,
  },
  {
    name: 'a booking is not held to its quote',
    file: operations('book.ts'),
    find: 'if (booking.quoteId !== undefined) await checkBookingQuote(deps, caller, plan, booking.quoteId);',
    replace: '',
    tests: QUOTES,
  },
  {
    name: 'a cancellation is not held to its quote',
    file: operations('move-consultation.ts'),
    find: 'if (quoteId !== undefined) checkCancellationQuote(',
    replace: "if (quoteId === '') checkCancellationQuote(",
    tests: QUOTES,
  },
  {
    name: 'a reschedule is not held to its quote',
    file: operations('reschedule.ts'),
    find: 'if (wish.quoteId !== undefined) await checkRescheduleQuote(deps, caller, plan, wish.quoteId);',
    replace: '',
    tests: QUOTES,
  },
  {
    name: 'a quote says that a taken slot is free',
    file: operations('quote-booking.ts'),
    find: 'slotFree: false',
    replace: 'slotFree: true',
    tests: QUOTES,
  },
  // When people are busy.
  {
    name: 'a list of slots does not look as far as the longest buffers reach',
    file: store('consultation-queries.ts'),
    find: 'start: start - LONGEST_BUFFER_MINUTES, end: end + LONGEST_BUFFER_MINUTES',
    replace: 'start, end',
    tests: SLOTS,
  },
  {
    name: 'a list of slots does not look beyond the last start for how long a session lasts',
    file: operations('find-slots.ts'),
    find: 'end: range.end + LONGEST_SESSION_MINUTES }',
    replace: 'end: range.end }',
    tests: SLOTS,
  },
  {
    name: 'a booking looks for what the consultant has on without their buffers',
    file: operations('busy-times.ts'),
    find: 'const wide = busyTime(range, buffersOf(consultant.availability));',
    replace: 'const wide = range;',
    tests: BOOK,
  },
  // What comes after a session.
  ...AFTER_SESSION_MUTANTS,
];
