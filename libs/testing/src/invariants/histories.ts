import {
  type ConsultationRow,
  type Finding,
  type HistoryRow,
  isConsultation,
  keyOf,
  type Stack,
  type TransactionRow,
} from './stack.ts';

type Edges = Readonly<Record<string, readonly string[]>>;

/** Where a state may lead; what is missing here is terminal. */
const CONSULTATION: Edges = {
  '': ['scheduled'],
  scheduled: ['confirmed', 'completed', 'cancelled', 'no_show'],
  confirmed: ['in_progress', 'completed', 'cancelled', 'no_show'],
  in_progress: ['completed'],
};
/** What happens to a session without another state. */
const STAYS = new Set(['dispute-no-show', 'resolve', 'reschedule']);
const TRANSACTION: Edges = {
  '': ['pending'],
  pending: ['succeeded', 'cancelled'],
  // The money arrived after all: Stripe's word wins.
  cancelled: ['succeeded'],
  succeeded: ['partially_refunded', 'refunded'],
  // A refund that the bank sends back days later goes back too.
  partially_refunded: ['refunded', 'succeeded'],
  refunded: ['partially_refunded', 'succeeded'],
};
/** What costs nothing is claimed: it begins as paid. */
const CLAIM: Edges = { ...TRANSACTION, '': ['pending', 'succeeded'] };
/** A start without a confirmation writes both moves at once. */
const IMPLIED = 'implied by the start';

/** I7: histories move along allowed edges up to the present state, and versions grow with them. */
export function checkHistories({ consultations = [], transactions = [], accounts }: Stack): Finding[] {
  return [
    ...consultations.filter(isConsultation).flatMap(checkConsultation),
    ...transactions.flatMap(checkTransaction),
    ...accounts
      .filter(({ version }) => !Number.isSafeInteger(version) || version < 1)
      .map(({ tenantId, clientId }) => finding(keyOf(tenantId, clientId), 'an account without a version')),
  ];
}

function checkConsultation(consultation: ConsultationRow): Finding[] {
  const { tenantId, consultationId, version, history, status, feedback, fencedRevision, deliverables, heldAt } =
    consultation;
  const where = keyOf(tenantId, consultationId);
  const moves = history.filter(({ reason }) => reason !== IMPLIED).length;
  // Feedback, fences, deliverables and having been a hold make a version too, and leave no line in the history.
  const others =
    feedback.client !== undefined ||
    feedback.consultant !== undefined ||
    fencedRevision !== undefined ||
    heldAt !== undefined ||
    (deliverables?.length ?? 0) > 0;
  return [
    ...checkEdges(where, history, CONSULTATION, status.current),
    ...(version === moves || (others && version > moves)
      ? []
      : [finding(where, `version ${version} after ${moves} moves`)]),
  ];
}

function checkTransaction(transaction: TransactionRow): Finding[] {
  const { tenantId, transactionId, version, history, state, amount } = transaction;
  const where = keyOf(tenantId, transactionId);
  return [
    ...checkRefunds(where, transaction),
    ...checkEdges(where, history, amount.gross === 0 ? CLAIM : TRANSACTION, state),
    // A decline or a fee that became known makes a version without a move.
    ...(version >= history.length ? [] : [finding(where, `version ${version} after ${history.length} moves`)]),
  ];
}

/** The state is what has gone back; never more than was paid, nor twice under one id. */
function checkRefunds(where: string, { refunds = [], state, amount }: TransactionRow): Finding[] {
  const back = refunds.reduce((sum, { status, amountMinor }) => sum + (status === 'succeeded' ? amountMinor : 0), 0);
  const told = state === 'refunded' || state === 'partially_refunded' ? state : 'unrefunded';
  const due = back === 0 ? 'unrefunded' : back === amount.gross ? 'refunded' : 'partially_refunded';
  const found: Finding[] = [];
  if (told !== due || back > amount.gross)
    found.push(finding(where, `is ${state} with ${back} of ${amount.gross} gone back`));
  for (const ids of [refunds.map(({ refundId }) => refundId), refunds.flatMap(({ stripeRefundId: id }) => id ?? [])])
    if (new Set(ids).size !== ids.length) found.push(finding(where, 'has a refund twice'));
  return found;
}

function checkEdges(where: string, history: HistoryRow[], edges: Edges, current: string): Finding[] {
  const found: Finding[] = [];
  let state = '';
  for (const { from, to, move = '' } of history) {
    if (from !== state) found.push(finding(where, `moved from ${from} when it was ${state}`));
    const stays = STAYS.has(move) && from === to;
    // Moved by its client, it waits for a new confirmation where one is required.
    const asksAnew = move === 'reschedule' && from === 'confirmed' && to === 'scheduled';
    if (!stays && !asksAnew && !(edges[from] ?? []).includes(to))
      found.push(finding(where, `moved from ${from} to ${to}`));
    state = to;
  }
  if (state !== current) found.push(finding(where, `is ${current}, its history ends as ${state}`));
  return found;
}

function finding(where: string, what: string): Finding {
  return { invariant: 'I7', where, what };
}
