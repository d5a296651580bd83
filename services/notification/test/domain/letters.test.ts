import { describe, expect, test } from '@jest/globals';
import { showDay, showMoney } from '../../src/domain/content.ts';
import { afterFailure, contentOf, type Letter, RETRY_DELAYS_MS } from '../../src/domain/message.ts';
import { layOut } from '../../src/mail/layout.ts';
import { sessionFacts } from '../sample.ts';

const reader = { name: 'Sarah', timezone: 'America/New_York', brand: 'Bright & Co', publicUrl: 'https://app.example' };
const values = { session: sessionFacts(), part: 'client' as const, otherName: 'Mike Johnson' };
const period = {
  packageName: 'Growth',
  periodStart: '2025-02-09T09:00:00.000Z',
  periodEnd: '2025-03-09T09:00:00.000Z',
};
const purchase = {
  packageName: 'Quick Start Package',
  credits: 3,
  unlimited: false,
  expiryDate: '2025-03-02T09:00:00.000Z',
  transactionId: 'TXN-100001-0001',
};
const code = { code: 'abc_123-x', expiresAt: '2025-01-20T10:00:00.000Z' };
const renewal = { packageName: 'Growth', amountMinor: 79900, currency: 'USD' };
const returned = { packageName: 'Quick Start', amountMinor: 19800, currency: 'USD', transactionId: 'TXN-100001-0001' };
const LETTERS: Letter[] = [
  { template: 'welcome', values: {} },
  { template: 'invitation', values: code },
  { template: 'password-reset', values: code },
  { template: 'package-purchase', values: purchase },
  { template: 'credits-added', values: { credits: 5, expiryDate: purchase.expiryDate } },
  { template: 'credits-expiring', values: { ...purchase, daysLeft: 7 } },
  { template: 'payment-failed', values: { packageName: 'Growth', amountMinor: 79900, currency: 'USD' } },
  { template: 'renewal-failed', values: { ...renewal, nextAttemptAt: '2025-02-10T09:00:00.000Z' } },
  {
    template: 'refund',
    values: { packageName: 'Quick Start', amountMinor: 19800, currency: 'USD', transactionId: 'TXN-100001-0001' },
  },
  { template: 'refund-failed', values: { ...returned, code: 'expired_or_canceled_card' } },
  { template: 'refund-failed-note', values: { ...returned, code: 'expired_or_canceled_card' } },
  { template: 'subscription-renewed', values: period },
  { template: 'subscription-cancelled', values: { ...period, unpaid: false } },
  { template: 'booking-confirmation', values },
  { template: 'booking-confirmed', values },
  { template: 'feedback-request', values },
  { template: 'cancellation', values: { ...values, by: 'client', reason: 'ill' } },
  {
    template: 'rescheduled',
    values: { ...values, by: 'client', reason: '', previousStart: '2025-01-13T10:00:00.000Z' },
  },
  {
    template: 'slot-gone',
    values: {
      consultantId: 'consultant-1',
      consultantName: 'Mike Johnson',
      title: 'Instagram Marketing Strategy',
      scheduledStart: '2025-01-20T10:00:00.000Z',
      reason: 'slot_taken',
    },
  },
  { template: 'reminder', values: { ...values, hours: 24 } },
];

describe('letters', () => {
  test.each(LETTERS.map((letter) => [letter.template, letter] as const))(
    '%s says the same in HTML and in text',
    (_, letter) => {
      const content = contentOf(letter, reader);
      const { html, text } = layOut(content, reader.brand);
      expect(content.subject.length).toBeGreaterThan(5);
      for (const [label, value] of content.facts) {
        expect(text).toContain(`${label}: ${value}`);
        expect(html).toContain(label);
      }
      if (content.action) expect(text).toContain(content.action.url);
      expect(text).not.toContain('undefined');
      expect(html).not.toContain('undefined');
    },
  );

  test('the purchase names package, credits and expiry', () => {
    const content = contentOf({ template: 'package-purchase', values: purchase }, reader);
    expect(content.subject).toBe('Purchase Confirmed: Quick Start Package');
    expect(content.facts).toEqual(
      expect.arrayContaining([
        ['Package', 'Quick Start Package'],
        ['Credits', '3'],
        ['Valid until', '2 March 2025'],
      ]),
    );
  });

  test('credits by hand are said with how many there are and until when', () => {
    const added = (credits: number, expiryDate: string) =>
      contentOf({ template: 'credits-added', values: { credits, expiryDate } }, reader);
    const some = added(5, purchase.expiryDate);
    expect(some.subject).toBe('Credits Added');
    expect(some.paragraphs).toEqual(['Sarah, 5 credits have been added to your account.']);
    expect(some.facts).toEqual([
      ['Credits', '5'],
      ['Valid until', '2 March 2025'],
    ]);
    const one = added(1, '9999-12-31T23:59:59.000Z');
    expect(one.paragraphs).toEqual(['Sarah, 1 credit has been added to your account.']);
    expect(one.facts).toContainEqual(['Valid until', 'No expiry']);
  });

  test("times are on each reader's own wall, with the zone, and days in their calendar", () => {
    const begins = (timezone: string) => {
      const { facts } = contentOf({ template: 'booking-confirmation', values }, { ...reader, timezone });
      return facts.find(([label]) => label === 'Begins')?.[1];
    };
    expect(begins('America/New_York')).toMatch(/Monday,? 20 January 2025 at 05:00 (GMT-5|EST)/);
    expect(begins('Asia/Kolkata')).toMatch(/Monday,? 20 January 2025 at 15:30 GMT\+5:30/);
    expect(begins('America/New_York')).toMatch(/05:00/);
    const late = '2025-03-02T23:30:00.000Z';
    expect([showDay(late, 'America/New_York'), showDay(late, 'Asia/Kolkata')]).toEqual([
      '2 March 2025',
      '3 March 2025',
    ]);
  });

  test('what a person typed cannot become HTML', () => {
    const session = sessionFacts({ title: '<img src=x onerror=alert(1)>' });
    const { html } = layOut(
      contentOf({ template: 'booking-confirmation', values: { ...values, session } }, reader),
      reader.brand,
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  test('money has as many decimals as its currency', () => {
    expect([showMoney(79900, 'USD'), showMoney(500, 'JPY'), showMoney(1234, 'KWD').replace(/\s/, ' ')]).toEqual([
      '$799.00',
      '¥500',
      'KWD 1.234',
    ]);
  });
});

describe('after a failed attempt', () => {
  const wallNow = new Date('2025-01-01T00:00:00Z');

  test('it is tried again, later each time, and parked after the last wait', () => {
    const outcomes = RETRY_DELAYS_MS.map((_, index) =>
      afterFailure({ attempts: index + 1, permanent: false, wallNow }),
    );
    expect(outcomes).toEqual(
      RETRY_DELAYS_MS.map((delay) => ({ status: 'queued', nextAt: new Date(wallNow.getTime() + delay) })),
    );
    expect(afterFailure({ attempts: RETRY_DELAYS_MS.length + 1, permanent: false, wallNow })).toEqual({
      status: 'failed',
    });
  });

  test('what the receiver refuses for good is parked at once', () => {
    expect(afterFailure({ attempts: 1, permanent: true, wallNow })).toEqual({ status: 'failed' });
  });
});

describe('a renewal that failed', () => {
  const told = (letter: Letter) => layOut(contentOf(letter, reader), reader.brand).text;

  test('says when it is tried again, and where the card is changed', () => {
    const text = told({
      template: 'renewal-failed',
      values: { ...renewal, nextAttemptAt: '2025-02-10T09:00:00.000Z' },
    });
    expect(text).toContain('tried again on 10 February 2025');
    expect(text).toContain('Change your card: https://app.example/billing/payment-methods');
    expect(text).toContain('$799.00');
    expect(told({ template: 'renewal-failed', values: renewal })).toContain('not tried again by itself');
  });

  test('and ended the subscription says so; one that was ended by its client does not', () => {
    expect(told({ template: 'subscription-cancelled', values: { ...period, unpaid: true } })).toContain(
      'could not be paid',
    );
    expect(told({ template: 'subscription-cancelled', values: { ...period, unpaid: false } })).not.toContain(
      'paid after',
    );
  });
});
