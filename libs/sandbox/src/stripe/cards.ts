/** What a test card does when it is charged. */
export type CardBehaviour =
  | { kind: 'pays' }
  | { kind: 'declines'; code: string; declineCode: string; message: string; attaches: boolean }
  | { kind: 'asks'; offSession: 'declines' | 'pays' }
  | { kind: 'refund_fails' }
  | { kind: 'refund_waits' }
  | { kind: 'disputes'; reason: string; inquiry: boolean };

/** One of Stripe's well-known test cards. */
export interface TestCard {
  token: string;
  number: string;
  brand: string;
  funding: 'credit' | 'debit';
  behaviour: CardBehaviour;
}

const PAYS: CardBehaviour = { kind: 'pays' };
const declines = (declineCode: string, message: string, code = 'card_declined', attaches = false): CardBehaviour => ({
  kind: 'declines',
  code,
  declineCode,
  message,
  attaches,
});
const card = (
  token: string,
  number: string,
  behaviour: CardBehaviour,
  brand = 'visa',
  funding: TestCard['funding'] = 'credit',
): TestCard => ({
  token,
  number,
  brand,
  funding,
  behaviour,
});

const DECLINED = 'Your card was declined.';
const INSUFFICIENT = 'Your card has insufficient funds.';

/** The test cards of https://docs.stripe.com/testing that the sandbox knows. No two share their last four digits. */
const TEST_CARDS: readonly TestCard[] = [
  card('pm_card_visa', '4242424242424242', PAYS),
  card('pm_card_visa_debit', '4000056655665556', PAYS, 'visa', 'debit'),
  card('pm_card_mastercard', '5555555555554444', PAYS, 'mastercard'),
  card('pm_card_amex', '378282246310005', PAYS, 'amex'),
  card('pm_card_chargeDeclined', '4000000000000002', declines('generic_decline', DECLINED)),
  card('pm_card_chargeDeclinedInsufficientFunds', '4000000000009995', declines('insufficient_funds', INSUFFICIENT)),
  card('pm_card_chargeDeclinedLostCard', '4000000000009987', declines('lost_card', DECLINED)),
  card('pm_card_chargeDeclinedStolenCard', '4000000000009979', declines('stolen_card', DECLINED)),
  card(
    'pm_card_chargeDeclinedExpiredCard',
    '4000000000000069',
    declines('expired_card', 'Your card has expired.', 'expired_card'),
  ),
  card(
    'pm_card_chargeDeclinedIncorrectCvc',
    '4000000000000127',
    declines('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc'),
  ),
  card(
    'pm_card_chargeDeclinedProcessingError',
    '4000000000000119',
    declines(
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
      'processing_error',
    ),
  ),
  card('pm_card_chargeDeclinedFraudulent', '4100000000000019', declines('fraudulent', DECLINED)),
  card('pm_card_chargeCustomerFail', '4000000000000341', declines('generic_decline', DECLINED, 'card_declined', true)),
  card('pm_card_authenticationRequired', '4000002760003184', { kind: 'asks', offSession: 'declines' }),
  card('pm_card_authenticationRequiredOnSetup', '4000002500003155', { kind: 'asks', offSession: 'pays' }),
  card('pm_card_threeDSecure2Required', '4000000000003220', { kind: 'asks', offSession: 'declines' }),
  card('pm_card_refundFail', '4000000000005126', { kind: 'refund_fails' }),
  card('pm_card_pendingRefund', '4000000000007726', { kind: 'refund_waits' }),
  card('pm_card_createDispute', '4000000000000259', { kind: 'disputes', reason: 'fraudulent', inquiry: false }),
  card('pm_card_createDisputeProductNotReceived', '4000000000002685', {
    kind: 'disputes',
    reason: 'product_not_received',
    inquiry: false,
  }),
  card('pm_card_createDisputeInquiry', '4000000000001976', { kind: 'disputes', reason: 'fraudulent', inquiry: true }),
];

/** The card behind a `pm_card_…` token. */
export const cardOfToken = (token: string): TestCard | undefined => TEST_CARDS.find((each) => each.token === token);

/** The card with this number, as typed into a card form. */
export const cardOfNumber = (digits: string): TestCard | undefined =>
  TEST_CARDS.find((each) => each.number === digits.replaceAll(/\D/g, ''));

/** How a stored card behaves: its last four digits tell, as no two test cards share them. */
export const behaviourOf = (last4: string | undefined): CardBehaviour =>
  TEST_CARDS.find((each) => each.number.endsWith(last4 ?? '-'))?.behaviour ?? PAYS;
