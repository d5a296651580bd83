import { CreditsExpired, CreditsExpiring } from '@consult/contracts/events/credits';
import type { Account } from './account.ts';
import {
  begin,
  change,
  changed,
  changeLot,
  type Context,
  type Decision,
  type Draft,
  happening,
  lotOf,
  move,
  publish,
  same,
} from './decision.ts';
import { openWarnings, warningAt } from './due.ts';
import { alive, type Lot, liveUntil } from './lot.ts';

/** Writes down what time has done by now: lapses, and warnings of lapses to come. */
export function decideDue(account: Account, context: Context): Decision<void> {
  let draft = begin(account, context);
  for (const { lotId } of account.lots) draft = warn(lapse(draft, lotId), lotId);
  // A warning that came too late is only ticked off, which changes the lot without a movement.
  return draft.account === account ? same(undefined) : changed(draft, undefined);
}

/** Moves what is past its end to `expired`. Nothing to do: the same draft. */
export function lapse(draft: Draft, lotId: string): Draft {
  const { now } = draft.context;
  const lot = lotOf(draft.account, lotId);
  const gone = lot.remaining - alive(lot, now);
  if (now < liveUntil(lot) || gone === 0) return draft;
  const movementId = `${lotId}:lapse:${draft.account.sequence + 1}`;
  const lapsed = move(draft, {
    movementId,
    kind: 'expired',
    cause: 'expiry',
    lotId,
    credits: gone,
    transactionId: lot.transactionId,
  });
  const account = changeLot(lapsed.account, lotId, (one) => ({
    ...one,
    returned: one.returned.filter((batch) => batch.until > now),
  }));
  return publish(change(lapsed, account), happening(CreditsExpired, eventData(draft.account, lot, gone)));
}

function warn(draft: Draft, lotId: string): Draft {
  const { now } = draft.context;
  const lot = lotOf(draft.account, lotId);
  const days = openWarnings(lot)
    .filter((one) => warningAt(lot, one) <= now)
    .at(-1);
  if (days === undefined) return draft;
  const warned = change(
    draft,
    changeLot(draft.account, lotId, (one) => ({ ...one, warnedDays: days })),
  );
  if (now >= lot.expiryDate) return warned;
  return publish(
    warned,
    happening(CreditsExpiring, { ...eventData(draft.account, lot, lot.remaining), daysLeft: days }),
  );
}

function eventData(account: Account, lot: Lot, credits: number) {
  const { lotId, packageName } = lot;
  return { lotId, clientId: account.clientId, packageName, credits, expiryDate: lot.expiryDate.toISOString() };
}
