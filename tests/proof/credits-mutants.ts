import type { Mutant } from './mutants.ts';

const domain = (file: string): string => `services/credits/src/domain/${file}`;
const operations = (file: string): string => `services/credits/src/operations/${file}`;
const store = (file: string): string => `services/credits/src/store/${file}`;

const DELIVERY = ['services/credits/test/domain/delivery.test.ts'];
const EXPIRY = ['services/credits/test/domain/expiry.test.ts'];
const MANUAL = ['services/credits/test/domain/manual.test.ts'];
const MODEL = ['services/credits/test/domain/model.test.ts'];
const PERIODS = ['services/credits/test/domain/periods.test.ts'];
const PAYER = ['services/credits/test/domain/payer.test.ts'];
const REFUND = ['services/credits/test/domain/refund.test.ts'];
const RESCHEDULE = ['services/credits/test/domain/reschedule.test.ts'];
const ACCESS = ['services/credits/test/service/access.test.ts'];
const BAD_INPUT = ['services/credits/test/service/bad-input.test.ts'];
const EVENTS = ['services/credits/test/service/events.test.ts'];
const RACES = ['services/credits/test/service/races.test.ts'];
const WORKERS = ['services/credits/test/service/workers.test.ts'];
const ARCHIVE = ['services/credits/test/service/archive.test.ts'];
const GROUP_COMMIT = ['services/credits/test/service/group-commit.test.ts'];
const REVENUE = ['services/credits/test/service/revenue.test.ts'];
const FOLD = ['services/credits/test/service/fold.test.ts'];
const WRITES = ['services/credits/test/service/writes.test.ts'];
const SPENT_LOTS = ['services/credits/test/domain/spent-lots.test.ts'];
const CONSUMER = ['libs/messaging/test/consumer.test.ts'];
const GATEWAY = ['services/gateway/test/service/credits.test.ts'];

/** Each is a fault that would cost somebody credits, or give them away. */
export const CREDITS_MUTANTS: readonly Mutant[] = [
  // Who pays, and until when.
  {
    name: 'expiry is not looked at when credits are read or spent',
    file: domain('lot.ts'),
    find: 'if (at < liveUntil(lot)) return lot.remaining;',
    replace: 'return lot.remaining;',
    tests: EXPIRY,
  },
  {
    name: 'credits can still be spent at the instant they expire',
    file: domain('lot.ts'),
    find: 'if (at < liveUntil(lot)) return lot.remaining;',
    replace: 'if (at <= liveUntil(lot)) return lot.remaining;',
    tests: EXPIRY,
  },
  {
    name: 'under session_at the start of the session does not matter',
    file: domain('lot.ts'),
    find: 'return Math.min(spendable(lot, now), alive(lot, start));',
    replace: 'return spendable(lot, now);',
    tests: EXPIRY,
  },
  {
    name: 'the credits of a frozen lot count as available',
    file: domain('lot.ts'),
    find: 'return isFrozen(lot) || lot.effectiveAt > now ? 0 : alive(lot, now);',
    replace: 'return lot.effectiveAt > now ? 0 : alive(lot, now);',
    tests: REFUND,
  },
  {
    name: 'a dispute freezes nothing',
    file: domain('lot.ts'),
    find: "return lot.disputes?.some(({ state }) => state !== 'won') ?? false;",
    replace: 'return false;',
    tests: REFUND,
  },
  {
    name: 'lots are spent without regard to their priority',
    file: domain('lot.ts'),
    find: '    a.priority - b.priority ||\n',
    replace: '',
    tests: PAYER,
  },
  {
    name: 'the trial can be had twice',
    file: domain('payer.ts'),
    find: "    case 'used':\n      return 'trial_used';",
    replace: "    case 'used':\n      return undefined;",
    tests: PAYER,
  },
  {
    name: 'a renewal leaves the grace of the period before as it was',
    file: domain('period.ts'),
    find: 'return !note.cancelled && (note.latestStart === undefined || note.latestStart <= lot.effectiveAt);',
    replace: 'return true;',
    tests: EXPIRY,
  },
  {
    name: 'more rolls over than the terms allow',
    file: domain('period.ts'),
    find: 'Math.max(0, Math.min(alive(lot, draft.context.now) - borrowed, room))',
    replace: 'Math.max(0, alive(lot, draft.context.now) - borrowed)',
    tests: PERIODS,
  },
  {
    name: 'a changed plan leaves the old plan’s credits beside the new',
    file: domain('period.ts'),
    find: 'if (subscriptionId === undefined || !isReplaced(noteOf(after.account, subscriptionId), lot)) return after;',
    replace: 'if (lotId !== undefined) return after;',
    tests: PERIODS,
  },
  {
    name: 'the days of a lot that begins with the first booking never begin',
    file: domain('stand.ts'),
    find: 'if (!isDormant(lot)) return draft;',
    replace: 'if (lot !== undefined) return draft;',
    tests: PERIODS,
  },

  // Giving back, moving, taking away.
  {
    name: 'credits go back to another lot',
    file: domain('stand.ts'),
    find: 'return giveBack(draft, input, { ...grace, graceUntil: payment.graceUntil });',
    replace:
      'const other = draft.account.lots.find((lot) => lot.lotId !== lotId)?.lotId ?? lotId; return giveBack(draft, { ...input, lotId: other }, { ...grace, graceUntil: payment.graceUntil });',
    tests: MODEL,
  },
  {
    name: 'a returned credit gets its seven days again and again',
    file: domain('give-back.ts'),
    find: 'grace.graceUntil ?? ',
    replace: '',
    tests: EXPIRY,
  },
  {
    name: 'one credit given back to an expired lot revives the others',
    file: domain('give-back.ts'),
    find: 'move(lapse(draft, lotId), ',
    replace: 'move(draft, ',
    tests: EXPIRY,
  },
  {
    name: 'a reschedule takes its credits anew, beside those it has',
    file: domain('payer.ts'),
    find: 'const takesOver = Math.min(own, credits);',
    replace: 'const takesOver = 0;',
    tests: RESCHEDULE,
  },
  {
    name: 'what a reschedule replaced stays open',
    file: domain('stand.ts'),
    find: 'return closed(after, from);',
    replace: 'return after;',
    tests: RESCHEDULE,
  },
  {
    name: 'a reschedule that does not come off gives back what the session before still needs',
    file: domain('close.ts'),
    find: 'const own = creditsOf(chain.payment) - (command.stood ? 0 : (takesOver?.credits ?? 0));',
    replace: 'const own = creditsOf(chain.payment);',
    tests: RESCHEDULE,
  },
  {
    name: 'a release before its reservation leaves no tombstone',
    file: domain('close.ts'),
    find: 'return changed(move(begin(account, context), tombstone), earlier);',
    replace: 'return same(earlier);',
    tests: DELIVERY,
  },
  {
    name: 'a refund’s share of the credits is rounded down',
    file: domain('refund.ts'),
    find: ' + paid - 1n) / paid',
    replace: ') / paid',
    tests: REFUND,
  },
  {
    name: 'a refund that fails gives nothing back',
    file: domain('refund.ts'),
    find: 'const refunds = refundsOf(draft.account, lotId).filter(({ failed }) => !failed);',
    replace: 'const refunds = refundsOf(draft.account, lotId);',
    tests: REFUND,
  },
  {
    name: 'a dispute told after its verdict freezes the lot for ever',
    file: domain('dispute.ts'),
    find: "if (earlier && (earlier.state !== 'open' || state === 'open')) return same(undefined);",
    replace: 'if (earlier && earlier.state === state) return same(undefined);',
    tests: REFUND,
  },
  {
    name: 'a refund takes everything unused, whatever its share',
    file: domain('revoke.ts'),
    find: 'const taken = Math.min(credits, lot.remaining);',
    replace: 'const taken = lot.remaining;',
    tests: MODEL,
  },
  {
    name: 'an adjustment may ask for more than is unused',
    file: domain('manual.ts'),
    find: 'if (-credits > lot.remaining) return refused',
    replace: 'if (-credits > lot.added) return refused',
    tests: MANUAL,
  },
  {
    name: 'a used credit comes back as often as it is asked for',
    file: domain('reverse.ts'),
    find: 'if (known.has(ids.reverse)) return same(outcome);',
    replace: '',
    tests: MANUAL,
  },
  {
    name: 'an extension brings back also what went on into a later period',
    file: domain('manual.ts'),
    find: 'const credits = expired - rolledOver;',
    replace: 'const credits = expired;',
    tests: PERIODS,
  },

  // The same again.
  {
    name: 'a payment told twice grants twice',
    file: domain('grant.ts'),
    find: 'const earlier = account.lots.find((lot) => lot.lotId === command.lotId);',
    replace: 'const earlier = account.lots.find(() => false);',
    tests: DELIVERY,
  },
  {
    name: 'another session under a known id has the answer of the first',
    file: domain('reserve.ts'),
    find: 'if (first && first.fingerprint !== fingerprintOf(command)) return refused',
    replace: 'if (first && first.fingerprint === undefined) return refused',
    tests: DELIVERY,
  },
  {
    name: 'movements that wait for the ledger are not known',
    file: operations('known-movements.ts'),
    find: 'if (movementIds.has(movement.movementId)) known.set(movement.movementId, movement);',
    replace: 'known.delete(movement.movementId);',
    tests: EVENTS,
  },
  {
    name: 'ids that the account has forgotten are not looked for in the ledger',
    file: operations('known-movements.ts'),
    find: 'const unsure = [...movementIds].filter((id) => !known.has(id) && !isFresh(stored, id, isRecent));',
    replace: 'const unsure: string[] = [];',
    tests: WORKERS,
  },
  {
    name: 'the account never says that it has forgotten ids',
    file: store('recent-ids.ts'),
    find: 'if (forgotten) complete = ',
    replace: "if (forgotten === '') complete = ",
    tests: WORKERS,
  },
  {
    name: 'two grants by hand under different keys are one',
    file: 'services/gateway/src/routes/credits.ts',
    find: 'commandId: requestIdOf(request)',
    replace: "commandId: '00000000-0000-8000-8000-000000000000'",
    tests: GATEWAY,
  },

  // Writing.
  {
    name: 'a save does not name the version it was decided on',
    file: store('accounts.ts'),
    find: 'filter: { _id: before._id, version: before.version },',
    replace: 'filter: { _id: before._id },',
    tests: RACES,
  },
  {
    name: 'of a batch that matched in part all is taken as written',
    file: store('group-commit.ts'),
    find: 'written(matched === saves.length)',
    replace: 'written(matched > 0)',
    tests: GROUP_COMMIT,
  },
  {
    name: 'a no is told from memory, without reading the account',
    file: operations('change-account.ts'),
    find: 'if (remembered && (!fold.changed || fold.full)) return false;\n',
    replace: '',
    tests: FOLD,
  },
  {
    name: 'movements are not written with what they move',
    file: store('accounts.ts'),
    find: 'movements.length === 0 ? {} : {',
    replace: 'movements.length >= 0 ? {} : {',
    tests: RACES,
  },
  {
    name: 'an account takes any number of events while the broker is away',
    file: operations('fold-commands.ts'),
    find: 'if (stored.outboxLength + more.events.length >= OUTBOX_MAX)',
    replace: 'if (stored.outboxLength + more.events.length < 0)',
    tests: WORKERS,
  },
  {
    name: 'callers are told before what they are told is written',
    file: operations('change-account.ts'),
    find: 'if (fold.changed && !(await save(deps, stored, fold))) return false;',
    replace: 'fold.settle(); if (fold.changed && !(await save(deps, stored, fold))) return false;',
    tests: FOLD,
  },
  {
    name: 'an account takes any number of open bookings',
    file: operations('fold-commands.ts'),
    find: 'if (open <= OPEN_BOOKINGS_MAX || ',
    replace: 'if (open > 0 || ',
    tests: FOLD,
  },
  {
    name: 'a message is acknowledged before its effect is there',
    file: 'libs/messaging/src/delivery.ts',
    find: 'await within(HANDLER_LIMIT_MS, run(deps.service, handler, event));',
    replace: 'void within(HANDLER_LIMIT_MS, run(deps.service, handler, event)).catch(() => undefined);',
    tests: CONSUMER,
  },
  {
    name: 'a reservation past its deadline is given back although scheduling does not answer',
    file: operations('settle-overdue.ts'),
    find: 'const answer = await deps.scheduling.fence(system, { bookingId, revision, clientId });',
    replace:
      "const answer = await deps.scheduling.fence(system, { bookingId, revision, clientId }).catch(() => ({ state: 'absent', revision }));",
    tests: WORKERS,
  },

  // Proof and archive.
  {
    name: 'an account is rebuilt although movements are missing',
    file: domain('rebuild.ts'),
    find: 'if (incomplete) return refused',
    replace: 'if (incomplete && movements < 0) return refused',
    tests: MANUAL,
  },
  {
    name: 'verify does not count movements on their way to the ledger',
    file: operations('verify-accounts.ts'),
    find: 'const waiting = [...pending];',
    replace: 'const waiting = pending.slice(0, 0);',
    tests: RACES,
  },
  {
    name: 'a lot that still holds credits for a session is archived',
    file: store('spent-lots.ts'),
    find: 'return remaining === 0 && reserved === 0 && held === 0;',
    replace: 'return remaining === 0;',
    tests: SPENT_LOTS,
  },
  {
    name: 'a late command does not get its lot back from the archive',
    file: operations('archived-lots.ts'),
    find: "for (const { lotId } of named.known.values()) if (lotId !== '') lotIds.add(lotId);\n",
    replace: '',
    tests: ARCHIVE,
  },
  {
    name: 'what lapses is never earned',
    file: domain('revenue.ts'),
    find: 'const gone = lot.used + lot.expired;',
    replace: 'const gone = lot.used;',
    tests: REVENUE,
  },
  {
    name: 'a copy that was held up on its way into the archive overwrites a newer one',
    file: store('archived-lots.ts'),
    find: 'filter: { _id: lot.lotId, tenantId, archivedAtVersion: { $lt: version } },',
    replace: 'filter: { _id: lot.lotId, tenantId },',
    tests: ARCHIVE,
  },

  // Whose it is.
  {
    name: 'a client may look at another’s account',
    file: operations('access.ts'),
    find: "if (tenantId === '' || wanted === '' || !allowed) return refuse('forbidden');",
    replace: "if (tenantId === '' || wanted === '') return refuse('forbidden');",
    tests: ACCESS,
  },
  {
    name: 'anyone may have accounts rebuilt',
    file: operations('verify-accounts.ts'),
    find: "if (!hasRole(caller, 'operator')) return refuse('forbidden');\n",
    replace: '',
    tests: BAD_INPUT,
  },
  {
    name: 'credits are given to whoever is no client',
    file: operations('manual-credits.ts'),
    find: "if (account.freeTrial.state === 'unknown' && account.lots.length === 0) refuse('not_found', { clientId });",
    replace: '',
    tests: BAD_INPUT,
  },
  {
    name: 'an event is taken for gone though the save that was to take it along is lost',
    file: operations('change-account.ts'),
    find: 'along?.settle(saved)',
    replace: 'along?.settle(true)',
    tests: WRITES,
  },
];
