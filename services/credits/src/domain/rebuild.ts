import type { Account, Chain } from './account.ts';
import { begin, changed, type Context, type Decision, isBalanced, move, refused, same } from './decision.ts';
import type { Counters, Lot } from './lot.ts';
import type { Replayed, ReplayedChain, ReplayedLot } from './replay.ts';
import { creditsOf } from './stand.ts';

/** One thing the account says otherwise than its movements. */
export interface Difference {
  what: string;
  account: unknown;
  movements: unknown;
}

/** Names every difference between an account (with its archived lots) and what its movements make. */
export function differences(account: Account, archived: readonly Lot[], replayed: Replayed): Difference[] {
  const found: Difference[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) found.push({ what, account: ours, movements: theirs });
  };
  compare('movements', [account.sequence, account.sequence], [replayed.movements, replayed.lastSequence]);
  const lots = allLots(account, archived);
  compare('lots', [...lots.keys()].sort(), [...replayed.lots.keys()].sort());
  for (const [lotId, lot] of lots) {
    const theirs = replayed.lots.get(lotId);
    compare(`lot ${lotId}`, countersOf(lot), theirs?.counters);
    compare(`lot ${lotId} balances`, isBalanced(lot), true);
    compare(`lot ${lotId} expiry`, lot.expiryDate, theirs?.expiryDate ?? theirs?.terms?.expiryDate ?? lot.expiryDate);
    compare(`lot ${lotId} open chains`, { reserved: lot.reserved, held: lot.held }, openOf(account, lotId));
  }
  compare('open chains', chainsOf(account), [...replayed.chains].map(([key, chain]) => linkOf(key, chain)).sort());
  compare('lifetime', account.lifetime, replayed.lifetime);
  compare('trial used', account.freeTrial.state === 'used', replayed.trials > 0);
  return found;
}

/**
 * Sets the account to what its movements say, by a movement that tells of it. What movements do not tell (terms of
 * subscriptions, refunds, warnings given) stays. Refused where movements are missing: there is nothing to rebuild from.
 */
export function decideRebuild(
  account: Account,
  archived: readonly Lot[],
  replayed: Replayed,
  context: Context,
): Decision<Difference[]> {
  const found = differences(account, archived, replayed);
  if (found.length === 0) return same(found);
  const { movements, lastSequence } = replayed;
  const incomplete =
    movements !== lastSequence || [...replayed.lots.values()].some((lot) => !isBalanced(lot.counters) || !lot.terms);
  if (incomplete) return refused('rule_refused', { rule: 'ledger_incomplete', movements, lastSequence });
  const reason = found
    .map(({ what }) => what)
    .join(', ')
    .slice(0, 500);
  const movementId = `${account._id}:rebuilt:${lastSequence + 1}`;
  const draft = begin(rebuilt(account, archived, replayed, context), context);
  return changed(move(draft, { movementId, kind: 'rebuilt', cause: 'rebuild', reason }), found);
}

function rebuilt(account: Account, archived: readonly Lot[], replayed: Replayed, context: Context): Account {
  const known = allLots(account, archived);
  const away = new Set(archived.map(({ lotId }) => lotId));
  const lots = [...replayed.lots].flatMap(([lotId, theirs]) => {
    const ours = known.get(lotId);
    const right = ours !== undefined && JSON.stringify(countersOf(ours)) === JSON.stringify(theirs.counters);
    // A right copy in the archive stays there; a wrong one comes back, and the account is right where both have it.
    return right && away.has(lotId) && !account.lots.includes(ours) ? [] : [lotOf(ours, theirs)];
  });
  const bookings = Object.fromEntries(
    [...replayed.chains].map(([key, chain]) => [key, chainOf(account.bookings[key], chain, known, context)]),
  );
  const { lifetime, lastSequence: sequence } = replayed;
  return { ...account, lots, bookings, lifetime, sequence, freeTrial: trialOf(account, replayed) };
}

function lotOf(ours: Lot | undefined, { counters, terms, expiryDate }: ReplayedLot): Lot {
  const base = ours ?? { ...counters, ...must(terms), returned: [] };
  const returned = base.returned.filter((batch, index, all) => {
    const before = all.slice(0, index).reduce((sum, { credits }) => sum + credits, 0);
    return before + batch.credits <= counters.remaining;
  });
  return { ...base, ...counters, returned, expiryDate: expiryDate ?? terms?.expiryDate ?? base.expiryDate };
}

function chainOf(ours: Chain | undefined, theirs: ReplayedChain, lots: Map<string, Lot>, context: Context): Chain {
  const { state, reserved, credits } = theirs;
  if (ours?.state === state && creditsOf(ours.payment) === credits) return ours;
  const { bookingId, revision, fingerprint, availableAfter, lotId, takesOver, at } = reserved;
  const method = lots.get(lotId)?.unlimited ? ('unlimited' as const) : ('credits' as const);
  const chain = {
    bookingId,
    revision,
    fingerprint,
    availableAfter,
    payment: lotId === '' ? { method: 'free_trial' as const } : { method, lotId, credits },
    reservedAt: at,
    sessionStart: reserved.sessionStart ?? at,
  };
  if (state === 'held') return { ...chain, state };
  // Its deadline is not known any more: scheduling is asked at once.
  return { ...chain, state, deadline: context.wallNow, ...(takesOver === undefined ? {} : { takesOver }) };
}

function trialOf({ freeTrial }: Account, { trials, trialTaken }: Replayed): Account['freeTrial'] {
  if (freeTrial.state === 'unknown' || (freeTrial.state === 'used') === trials > 0) return freeTrial;
  const { expiresAt } = freeTrial;
  if (trials === 0) return { state: 'eligible', expiresAt };
  const { bookingId, sessionStart, at } = must(trialTaken);
  return { state: 'used', expiresAt, bookingId, usedAt: sessionStart ?? at };
}

function allLots(account: Account, archived: readonly Lot[]): Map<string, Lot> {
  return new Map([...archived, ...account.lots].map((lot) => [lot.lotId, lot]));
}

function countersOf({ added, remaining, reserved, held, used, expired, revoked }: Counters): Counters {
  return { added, remaining, reserved, held, used, expired, revoked };
}

function openOf(account: Account, lotId: string) {
  const sum = { reserved: 0, held: 0 };
  for (const { payment, state, takesOver } of Object.values(account.bookings)) {
    if (payment.method !== 'free_trial' && payment.lotId === lotId)
      sum[state] += payment.credits - (takesOver?.credits ?? 0);
  }
  return sum;
}

function chainsOf(account: Account): string[] {
  return Object.entries(account.bookings)
    .map(
      ([key, { state, payment }]) =>
        `${key} ${state} ${payment.method === 'free_trial' ? 'trial' : payment.lotId} ${creditsOf(payment)}`,
    )
    .sort();
}

function linkOf(key: string, { state, reserved, credits }: ReplayedChain): string {
  return `${key} ${state} ${reserved.lotId || 'trial'} ${credits}`;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the movements do not tell');
  return value;
}
