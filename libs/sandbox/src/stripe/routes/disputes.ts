import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Dispute } from '../objects.ts';
import { flag, nested, range, strings, text, word } from '../params.ts';
import { isOpen, lose, submitEvidence } from '../payments/dispute.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';

/** Evidence in words; files cannot be uploaded here. */
const EVIDENCE = nested({
  access_activity_log: text,
  billing_address: text,
  cancellation_policy_disclosure: text,
  cancellation_rebuttal: text,
  customer_email_address: text,
  customer_name: text,
  customer_purchase_ip: text,
  duplicate_charge_explanation: text,
  duplicate_charge_id: text,
  product_description: text,
  refund_policy_disclosure: text,
  refund_refusal_explanation: text,
  service_date: text,
  shipping_address: text,
  shipping_carrier: text,
  shipping_date: text,
  shipping_tracking_number: text,
  uncategorized_text: text,
});

export const disputeRoutes: readonly Route[] = [
  route('GET', '/v1/disputes/:id', {}, ({ work, id }) => work.get('dispute', id)),
  route(
    'POST',
    '/v1/disputes/:id',
    { evidence: EVIDENCE, metadata: strings, submit: flag },
    async ({ work, id }, { evidence, metadata, submit }) => {
      const dispute = await work.get('dispute', id);
      dispute.metadata = mergeMetadata(dispute.metadata, metadata);
      if (evidence === undefined) work.emit('charge.dispute.updated', dispute);
      else answer(work, dispute, { evidence, submit: submit ?? true });
      return dispute;
    },
  ),
  route('POST', '/v1/disputes/:id/close', {}, async ({ work, id }) => {
    const dispute = await work.get('dispute', id);
    if (!isOpen(dispute)) throw alreadyClosed();
    lose(work, dispute);
    return dispute;
  }),
  route('GET', '/v1/disputes', { ...PAGE, charge: word, created: range, payment_intent: word }, (call, values) => {
    const equal = equalFilter({ 'body.charge': values.charge, 'body.payment_intent': values.payment_intent });
    return listOfKind(call, 'dispute', {
      filter: { ...equal, ...rangeFilter('body.created', values.created) },
      values,
    });
  }),
];

/** Keeps evidence, and hands it to the bank unless it is only staged. */
function answer(
  work: Work,
  dispute: Dispute,
  { evidence, submit }: { evidence: ReturnType<typeof EVIDENCE.read>; submit: boolean },
): void {
  if (!dispute.status.endsWith('needs_response')) throw alreadyClosed();
  Object.assign(dispute.evidence, evidence);
  dispute.evidence_details.has_evidence = true;
  if (submit) submitEvidence(work, dispute);
  else work.emit('charge.dispute.updated', dispute);
}

const alreadyClosed = () => invalid('This dispute is already closed, or its evidence has been submitted.');
