import type { Account } from './account.ts';
import {
  begin,
  change,
  changed,
  changeLot,
  type Context,
  type Decision,
  type Draft,
  lotOf,
  move,
  same,
} from './decision.ts';
import type { DisputeNote } from './lot.ts';
import { family, withEarly } from './refund.ts';
import { revokeLeft } from './revoke.ts';

export interface DisputeCommand extends DisputeNote {
  lotId: string;
}

/**
 * The client's bank asks the money back: the lot is frozen. Won: it thaws. Lost: the unused credits are revoked, and what comes
 * back to the lot later stays frozen. A word that was overtaken by a later one changes nothing.
 */
export function decideDispute(account: Account, command: DisputeCommand, context: Context): Decision<void> {
  const { lotId, disputeId, state } = command;
  const lots = family(account, lotId);
  const known =
    lots.find((lot) => lot.lotId === lotId)?.disputes ?? account.early.find((early) => early.lotId === lotId)?.disputes;
  const earlier = known?.find((note) => note.disputeId === disputeId);
  if (earlier && (earlier.state !== 'open' || state === 'open')) return same(undefined);
  const note = { disputeId, state };
  const draft = begin(account, context);
  if (lots.length === 0)
    return changed(
      withEarly(draft, lotId, (early) => ({ ...early, disputes: put(early.disputes, note) })),
      undefined,
    );
  return changed(
    lots.reduce((after, lot) => tell(noteOn(after, lot.lotId, note), lot.lotId, note), draft),
    undefined,
  );
}

/** Disputes that were told before the lot they are of. */
export function applyDisputes(draft: Draft, lotId: string): Draft {
  return (lotOf(draft.account, lotId).disputes ?? []).reduce((after, note) => tell(after, lotId, note), draft);
}

function noteOn(draft: Draft, lotId: string, note: DisputeNote): Draft {
  return change(
    draft,
    changeLot(draft.account, lotId, (lot) => ({ ...lot, disputes: put(lot.disputes ?? [], note) })),
  );
}

function tell(draft: Draft, lotId: string, { disputeId, state }: DisputeNote): Draft {
  const { transactionId } = lotOf(draft.account, lotId);
  const id = `${lotId}:dispute:${disputeId}`;
  const base = { cause: 'dispute', reason: disputeId, lotId, transactionId };
  switch (state) {
    case 'open':
      return move(draft, { ...base, movementId: `${id}:open`, kind: 'frozen' });
    case 'won':
      return move(draft, { ...base, movementId: `${id}:won`, kind: 'thawed' });
    case 'lost':
      return revokeLeft(move(draft, { ...base, movementId: `${id}:frozen`, kind: 'frozen' }), lotId, {
        movementId: `${id}:lost`,
        cause: 'dispute',
        reason: disputeId,
      });
  }
}

function put(disputes: DisputeNote[], note: DisputeNote): DisputeNote[] {
  return [...disputes.filter(({ disputeId }) => disputeId !== note.disputeId), note];
}
