import type { Account, SubscriptionNote } from './account.ts';
import { change, changeLot, type Draft, lotOf, move } from './decision.ts';
import { lapse } from './expire.ts';
import { addLot, tellGranted } from './add-lot.ts';
import { alive, type Lot, type LotTerms } from './lot.ts';
import { recognisedBy } from './revenue.ts';
import { revokeLeft } from './revoke.ts';

const HOUR_MS = 3_600_000;

interface Period {
  lotId: string;
  subscriptionId: string;
  start: Date;
  replaces: boolean;
}

/** Keeps in mind which period is the newest, and from when on a changed plan has replaced the old one. */
export function notePeriod(draft: Draft, { lotId, subscriptionId, start, replaces }: Period): Draft {
  const noted = noteOf(draft.account, subscriptionId);
  const latestStart = noted.latestStart !== undefined && noted.latestStart > start ? noted.latestStart : start;
  const replaced =
    replaces && !isReplaced(noted, { lotId, effectiveAt: start }) ? { by: lotId, at: start } : noted.replaced;
  return withNote(draft, { ...noted, latestStart, ...(replaced === undefined ? {} : { replaced }) });
}

/** A plan may change in the very instant in which it began: then all but the lot that began the new one are replaced. */
function isReplaced({ replaced }: SubscriptionNote, lot: Pick<LotTerms, 'lotId' | 'effectiveAt'>): boolean {
  if (replaced === undefined) return false;
  const apart = replaced.at.getTime() - lot.effectiveAt.getTime();
  return apart > 0 || (apart === 0 && lot.lotId !== replaced.by);
}

/** What is known of a subscription, replaced by what is known now. */
export function withNote(draft: Draft, note: SubscriptionNote): Draft {
  const others = draft.account.subscriptions.filter(({ subscriptionId }) => subscriptionId !== note.subscriptionId);
  return change(draft, { subscriptions: [...others, note] });
}

export function noteOf(account: Account, subscriptionId: string): SubscriptionNote {
  const noted = account.subscriptions.find((note) => note.subscriptionId === subscriptionId);
  return noted ?? { subscriptionId, version: 0, cancelled: false };
}

/** A period lot stays spendable for some hours beyond its period, while its renewal may still come. */
export function graceOf(draft: Draft, lotId: string, renewalGraceHours: number): Draft {
  const lot = lotOf(draft.account, lotId);
  if (lot.subscriptionId === undefined) return draft;
  const graceUntil = new Date(lot.expiryDate.getTime() + renewalGraceHours * HOUR_MS);
  return change(
    draft,
    changeLot(draft.account, lotId, (one) => ({ ...one, graceUntil })),
  );
}

/** A changed plan takes what is left of the lots it replaces: Stripe has credited their unused time (SPEC, fine print 4). */
export function endReplaced(draft: Draft): Draft {
  return draft.account.lots.reduce((after, lot) => {
    const { lotId, subscriptionId } = lot;
    if (subscriptionId === undefined || !isReplaced(noteOf(after.account, subscriptionId), lot)) return after;
    const cause = 'plan_change' as const;
    const movementId = `${lotId}:replace:${after.account.sequence + 1}`;
    return revokeLeft(after, lotId, { movementId, cause, reason: '' });
  }, draft);
}

/**
 * Voids the renewal grace of lots whose renewal or cancellation is known: what their terms let go on does so into a lot of the
 * next period, the rest lapses with its period.
 */
export function endPeriods(draft: Draft, renewalGraceHours: number): Draft {
  let after = draft;
  for (;;) {
    const { account } = after;
    // The oldest first, in whatever order they were granted: together they may roll over only so much.
    const [ended] = account.lots
      .filter((lot) => lot.graceUntil !== undefined && !mayBeRenewed(account, lot))
      .sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime() || (a.lotId < b.lotId ? -1 : 1));
    if (ended === undefined) return after;
    const rolled = rollOver(after, ended, renewalGraceHours);
    after = lapse(voidGrace(rolled.draft, ended.lotId), ended.lotId);
    if (rolled.into !== undefined) after = tellGranted(after, rolled.into, { renewal: true });
  }
}

function mayBeRenewed(account: Account, lot: Lot): boolean {
  const note = noteOf(account, lot.subscriptionId ?? '');
  return !note.cancelled && (note.latestStart === undefined || note.latestStart <= lot.effectiveAt);
}

function voidGrace(draft: Draft, lotId: string): Draft {
  const without = changeLot(draft.account, lotId, ({ graceUntil: _void, ...lot }) => lot);
  return change(draft, without);
}

/** The lot of the period that follows directly; a plan that was replaced has none. */
function successorOf(account: Account, lot: Lot): Lot | undefined {
  const next = account.lots
    .filter(({ source, subscriptionId }) => source === 'subscription' && subscriptionId === lot.subscriptionId)
    .filter(({ effectiveAt }) => effectiveAt > lot.effectiveAt)
    .sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime())[0];
  return isReplaced(noteOf(account, lot.subscriptionId ?? ''), lot) ? undefined : next;
}

/** Moves what may go on of an ended period `into` a lot of its own, which lives as long as the next period. */
function rollOver(draft: Draft, lot: Lot, renewalGraceHours: number): { draft: Draft; into?: string } {
  const next = successorOf(draft.account, lot);
  if (lot.rollover === undefined || lot.rollover.periods < 1 || next === undefined) return { draft };
  const borrowed = lot.returned.reduce((sum, batch) => sum + batch.credits, 0);
  const room = lot.rollover.max - rolledInto(draft.account, next);
  const credits = Math.max(0, Math.min(alive(lot, draft.context.now) - borrowed, room));
  if (credits === 0) return { draft };
  const { lotId, transactionId } = lot;
  const cause = 'rollover';
  let after = move(draft, {
    movementId: `${lotId}:rollover`,
    kind: 'rolled_over',
    cause,
    lotId,
    credits,
    transactionId,
  });
  after = change(
    after,
    changeLot(after.account, lotId, (one) => ({ ...one, rolledOver: (one.rolledOver ?? 0) + credits })),
  );
  const terms = rolledTerms(lot, next, credits);
  after = addLot(after, terms, cause);
  const copied = changeLot(after.account, terms.lotId, (one) => ({
    ...one,
    ...(lot.disputes ? { disputes: lot.disputes } : {}),
  }));
  return { draft: graceOf(change(after, copied), terms.lotId, renewalGraceHours), into: terms.lotId };
}

function rolledInto(account: Account, next: Lot): number {
  return account.lots
    .filter(({ source, subscriptionId }) => source === 'rollover' && subscriptionId === next.subscriptionId)
    .filter(({ effectiveAt }) => effectiveAt.getTime() === next.effectiveAt.getTime())
    .reduce((sum, { credits }) => sum + credits, 0);
}

/** The old lot's terms, for the next period; deferred value goes along: as much as these credits would have recognised next. */
function rolledTerms(lot: Lot, next: Lot, credits: number): LotTerms {
  const [, first, generation = '0'] = /^(.*?)(?:-r(\d+))?$/.exec(lot.lotId) ?? [];
  const gone = lot.used + lot.expired;
  const { durationMinutes, subscriptionId, rollover } = lot;
  return {
    lotId: `${first}-r${Number(generation) + 1}`,
    transactionId: lot.transactionId,
    packageId: lot.packageId,
    packageName: lot.packageName,
    source: 'rollover',
    credits,
    promotional: lot.promotional,
    paidMinor: recognisedBy(lot, gone + credits) - recognisedBy(lot, gone),
    unitPriceMinor: lot.unitPriceMinor,
    currency: lot.currency,
    sessionTypes: lot.sessionTypes,
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    chargeByDuration: lot.chargeByDuration,
    expiryBasis: lot.expiryBasis,
    unlimited: lot.unlimited,
    priority: lot.priority,
    purchaseDate: lot.purchaseDate,
    effectiveAt: next.effectiveAt,
    expiryDate: next.expiryDate,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(rollover === undefined ? {} : { rollover: { max: rollover.max, periods: rollover.periods - 1 } }),
    termsVersion: lot.termsVersion,
  };
}
