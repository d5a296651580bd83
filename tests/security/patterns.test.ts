import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** As large as a body may be. */
const LENGTH = 60_000;
/** A pattern that looks at each character a bounded number of times needs a few milliseconds on a slow machine. */
const LIMIT_MS = 250;
const PARTS = ['a', '0', '.', 'a.', '@', 'a@', 'a@a.', '-', '/', ' ', 'a ', '_', ':', 'https://a', '\u00e9'];
const ENDS = ['', '\n', '@', '!', ' ', '.'];

const openapi: unknown = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'pattern' && typeof inner === 'string' ? [inner] : patternsIn(inner),
  );
}
const patterns = [...new Set(patternsIn(openapi))];

test('the public API has patterns to look at', () => {
  expect(patterns.length).toBeGreaterThan(5);
});

// The validator judges the pattern of a text even when it is too long already: whoever sends one must not hold up the rest.
test.each(patterns)('%s judges a text of any length at once', (pattern) => {
  const expression = new RegExp(pattern, 'u');
  const slow: string[] = [];
  for (const start of ['', 'a@', 'a@a', 'https://', 'acct_', ' '])
    for (const part of PARTS)
      for (const end of ENDS) {
        const text = start + part.repeat(Math.ceil(LENGTH / part.length)) + end;
        const before = process.cpuUsage();
        expression.test(text);
        const tookMs = process.cpuUsage(before).user / 1_000;
        if (tookMs > LIMIT_MS) slow.push(`${start}${part}…${end}: ${Math.round(tookMs)} ms`);
      }
  expect(slow).toEqual([]);
});
