import { describe, expect, test } from '@jest/globals';
import type { Clock } from '../src/clock.ts';
import { createQuoter } from '../src/quote.ts';

const QUOTED = { kind: 'refund', tenantId: '100001', subject: 'TXN-1', outcome: { amount: 100, credits: 3 } };

function quoterAt(secret = 'a secret of some length') {
  let wall = new Date('2025-01-01T09:00:00.000Z');
  const clock: Clock = { now: () => wall, wallNow: () => wall };
  return {
    ...createQuoter({ secret, clock }),
    pass: (seconds: number) => (wall = new Date(wall.getTime() + seconds * 1_000)),
  };
}

describe('a quote', () => {
  test('holds for ten minutes, whatever the order of its fields', () => {
    const quoter = quoterAt();
    const { quoteId, validUntil } = quoter.sign(QUOTED);
    expect(validUntil).toBe('2025-01-01T09:10:00.000Z');
    quoter.pass(599);
    quoter.check(quoteId, { ...QUOTED, outcome: { credits: 3, amount: 100 } });
    quoter.pass(1);
    expect(() => quoter.check(quoteId, QUOTED)).toThrow(
      expect.objectContaining({ code: 'quote_changed', details: { reason: 'expired' } }),
    );
  });

  test.each([
    ['another outcome', { outcome: { amount: 99, credits: 3 } }],
    ['another subject', { subject: 'TXN-2' }],
    ['another tenant', { tenantId: '100002' }],
    ['another kind', { kind: 'booking' }],
  ])('is refused for %s', (_, changes) => {
    const quoter = quoterAt();
    const { quoteId } = quoter.sign(QUOTED);
    expect(() => quoter.check(quoteId, { ...QUOTED, ...changes })).toThrow(
      expect.objectContaining({ code: 'quote_changed' }),
    );
  });

  test('is refused when it was signed by somebody else, put off, or is no quote at all', () => {
    const quoter = quoterAt();
    const { quoteId } = quoter.sign(QUOTED);
    const later = quoteId.replace(/^\d{10}/, (until) => String(Number(until) + 3_600));
    for (const bad of [quoterAt('another secret').sign(QUOTED).quoteId, later, '', 'x'.repeat(54), `${quoteId}.`])
      expect(() => quoter.check(bad, QUOTED)).toThrow(expect.objectContaining({ code: 'quote_changed' }));
  });
});
