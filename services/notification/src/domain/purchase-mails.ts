import { type Content, type Reader, showDay, showMoney } from './content.ts';

/** What never expires says so by this year. */
const NEVER = '9999';

export interface PurchaseValues {
  packageName: string;
  credits: number;
  unlimited: boolean;
  expiryDate: string;
  transactionId: string;
}
/** Credits that somebody gave by hand. */
export interface AddedValues {
  credits: number;
  expiryDate: string;
}
export interface ExpiringValues {
  packageName: string;
  credits: number;
  expiryDate: string;
  daysLeft: number;
}
export interface PaymentFailedValues {
  packageName: string;
  amountMinor: number;
  currency: string;
}
export interface RefundValues {
  packageName: string;
  amountMinor: number;
  currency: string;
  transactionId: string;
}
/** A refund that the bank sent back. */
export interface RefundFailedValues extends RefundValues {
  /** Stripe's word for why. */
  code: string;
}
export interface RenewalFailedValues extends PaymentFailedValues {
  /** When Stripe tries again; absent: never by itself. */
  nextAttemptAt?: string;
}
export interface SubscriptionValues {
  packageName: string;
  periodStart: string;
  periodEnd: string;
}
export interface CancelledValues extends SubscriptionValues {
  /** It ended because its renewal was not paid. */
  unpaid?: boolean;
}

export function packagePurchase(reader: Reader, values: PurchaseValues): Content {
  const { packageName, credits, unlimited, expiryDate, transactionId } = values;
  return {
    subject: `Purchase Confirmed: ${packageName}`,
    heading: 'Purchase Confirmed',
    paragraphs: [`Thank you, ${reader.name}. Your credits are ready: book whenever you like.`],
    facts: [
      ['Package', packageName],
      ['Credits', unlimited ? 'Unlimited' : String(credits)],
      ['Valid until', lastDay(reader, expiryDate)],
      ['Receipt', transactionId],
    ],
    action: { label: 'Book a consultation', url: `${reader.publicUrl}/book` },
  };
}

export function creditsAdded(reader: Reader, { credits, expiryDate }: AddedValues): Content {
  return {
    subject: 'Credits Added',
    heading: 'Credits Added',
    paragraphs: [`${reader.name}, ${counted(credits)} ${credits === 1 ? 'has' : 'have'} been added to your account.`],
    facts: [
      ['Credits', String(credits)],
      ['Valid until', lastDay(reader, expiryDate)],
    ],
    action: { label: 'Book a consultation', url: `${reader.publicUrl}/book` },
  };
}

export function creditsExpiring(reader: Reader, values: ExpiringValues): Content {
  const { packageName, credits, expiryDate, daysLeft } = values;
  const left = counted(credits);
  return {
    subject: `${left} of ${packageName} ${credits === 1 ? 'expires' : 'expire'} in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`,
    heading: 'Some credits expire soon',
    paragraphs: [`${reader.name}, you still have ${left} of ${packageName}.`],
    facts: [
      ['Credits left', String(credits)],
      ['Valid until', showDay(expiryDate, reader.timezone)],
    ],
    action: { label: 'Book a consultation', url: `${reader.publicUrl}/book` },
  };
}

export function paymentFailed(reader: Reader, values: PaymentFailedValues): Content {
  const { packageName, amountMinor, currency } = values;
  return {
    subject: `Your payment for ${packageName} did not go through`,
    heading: 'Your payment did not go through',
    paragraphs: ['Nothing has been charged. Please check your card, or pay with another one.'],
    facts: [
      ['Package', packageName],
      ['Amount', showMoney(amountMinor, currency)],
    ],
    action: { label: 'Check your card', url: `${reader.publicUrl}/billing` },
  };
}

export function refund(reader: Reader, values: RefundValues): Content {
  return {
    subject: `Refund for ${values.packageName}`,
    heading: 'Your refund is on its way',
    paragraphs: [`${reader.name}, the money goes back to where it came from. Banks take up to ten days to show it.`],
    facts: refundFacts(values),
  };
}

/** To the client, who was told that it was on its way. */
export function refundFailed(reader: Reader, values: RefundFailedValues): Content {
  return {
    subject: `Your refund for ${values.packageName} came back`,
    heading: 'Your refund came back',
    paragraphs: [
      `${reader.name}, your bank could not credit the money and has sent it back to us.`,
      'The credits that the refund had taken are yours again. We will be in touch about another way to pay it out.',
    ],
    facts: refundFacts(values),
  };
}

/** To whoever had asked for it. */
export function refundFailedNote(_reader: Reader, values: RefundFailedValues): Content {
  return {
    subject: `A refund for ${values.packageName} did not go through`,
    heading: 'A refund did not go through',
    paragraphs: [
      'The bank of the client has sent it back, and the credits it had taken have been given back. Please settle it in another way.',
    ],
    facts: [...refundFacts(values), ['Reason', values.code]],
  };
}

function refundFacts({ packageName, amountMinor, currency, transactionId }: RefundValues): [string, string][] {
  return [
    ['Package', packageName],
    ['Amount', showMoney(amountMinor, currency)],
    ['Receipt', transactionId],
  ];
}

export function subscriptionRenewed(reader: Reader, values: SubscriptionValues): Content {
  return {
    subject: `${values.packageName} has been renewed`,
    heading: 'Your subscription has been renewed',
    paragraphs: ['The credits of the new period are ready.'],
    facts: period(reader, values),
    action: { label: 'Book a consultation', url: `${reader.publicUrl}/book` },
  };
}

/** One per attempt: what happened, what comes next, and what to do. */
export function renewalFailed(reader: Reader, values: RenewalFailedValues): Content {
  const { packageName, amountMinor, currency, nextAttemptAt } = values;
  const next = nextAttemptAt === undefined ? undefined : showDay(nextAttemptAt, reader.timezone);
  return {
    subject: `${packageName} could not be renewed`,
    heading: 'Your subscription could not be renewed',
    paragraphs: [
      'The payment did not go through, so there are no new credits yet. Nothing has been charged.',
      next === undefined
        ? 'It is not tried again by itself: choose another card, and it is paid at once.'
        : `It is tried again on ${next}. Choose another card before then, and it is paid at once.`,
    ],
    facts: [
      ['Package', packageName],
      ['Amount', showMoney(amountMinor, currency)],
      ...(next === undefined ? [] : [['Next attempt', next] satisfies [string, string]]),
    ],
    action: { label: 'Change your card', url: `${reader.publicUrl}/billing/payment-methods` },
  };
}

export function subscriptionCancelled(reader: Reader, values: CancelledValues): Content {
  return {
    subject: `${values.packageName} has been cancelled`,
    heading: 'Your subscription has been cancelled',
    paragraphs: [
      values.unpaid === true
        ? 'The renewal could not be paid after several attempts, so it has ended. Nothing more will be charged for it.'
        : 'Nothing more will be charged for it.',
    ],
    facts: period(reader, values),
    ...(values.unpaid === true ? { action: { label: 'Subscribe again', url: `${reader.publicUrl}/packages` } } : {}),
  };
}

function counted(credits: number): string {
  return credits === 1 ? '1 credit' : `${credits} credits`;
}

function lastDay({ timezone }: Reader, expiryDate: string): string {
  return expiryDate.startsWith(NEVER) ? 'No expiry' : showDay(expiryDate, timezone);
}

function period(reader: Reader, { packageName, periodStart, periodEnd }: SubscriptionValues): Content['facts'] {
  return [
    ['Package', packageName],
    ['Period', `${showDay(periodStart, reader.timezone)} to ${showDay(periodEnd, reader.timezone)}`],
  ];
}
