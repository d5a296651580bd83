import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOT_OURS = ['node_modules', '.data', '.cache', '.git'];
const pages = globSync('**/*.md', { cwd: ROOT, exclude: (name) => NOT_OURS.includes(name) });
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
  const dead = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(ROOT, dirname(page), link)));
  expect(dead).toEqual([]);
});

test('no sequence diagram has a semicolon: it would end the message, and the diagram would not be drawn', () => {
  const diagrams = pages.flatMap((page) =>
    [...textOf(page).matchAll(/```mermaid\nsequenceDiagram\n([\s\S]*?)```/g)].map(([, body = '']) => ({ page, body })),
  );
  expect(diagrams.length).toBeGreaterThan(2);
  expect(diagrams.filter(({ body }) => body.includes(';')).map(({ page }) => page)).toEqual([]);
});
