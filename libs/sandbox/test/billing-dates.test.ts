import { afterEach, expect, test } from '@jest/globals';
import { instant, invoicesOf, subscribed } from './subscribing.ts';
import { startSandbox, type Running } from './support.ts';

let running: Running;
afterEach(() => running.stop());

test.each([
  [
    'of the 31st, each month',
    '2025-01-31T09:00:00Z',
    'month',
    1,
    ['2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'],
  ],
  [
    'of the 31st, each quarter',
    '2025-08-31T09:00:00Z',
    'month',
    3,
    ['2025-11-30', '2026-02-28', '2026-05-31', '2026-08-31'],
  ],
  ['of a leap day, each month', '2024-02-29T09:00:00Z', 'month', 1, ['2024-03-29', '2024-04-29']],
  [
    'of a leap day, each year',
    '2024-02-29T09:00:00Z',
    'year',
    1,
    ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
  ],
] as const)(
  'a subscription %s, renews on the day or the last before it',
  async (_name, start, interval, every, days) => {
    running = await startSandbox({ CONSULT_CLOCK_START: start });
    const one = await subscribed(running, { interval, every });
    await running.advance({ to: `${days.at(-1)}T10:00:00Z` });
    const renewals = (await invoicesOf(running, one.id)).toReversed().slice(1);
    expect(renewals.map(({ created }) => instant(created).slice(0, 16))).toEqual(days.map((day) => `${day}T09:00`));
  },
);
