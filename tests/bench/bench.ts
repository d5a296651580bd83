import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { billing } from './billing.ts';
import { credits } from './credits.ts';
import type { Benchmark } from './report.ts';
import { printReport } from './report.ts';
import { scheduling } from './scheduling.ts';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = { billing, credits, scheduling };
const RESULTS = new URL('../../bench-results/', import.meta.url);

/** `pnpm bench <name> [--no-bars]`: prints a table, writes bench-results/<name>.json, and fails below a bar. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'no-bars': { type: 'boolean', default: false } },
});
const [name = ''] = positionals;
const benchmark = BENCHMARKS[name];
if (benchmark === undefined) {
  console.error(`usage: pnpm bench <${Object.keys(BENCHMARKS).join(' | ')}> [--no-bars]`);
  process.exit(2);
}
const started = performance.now();
const report = await benchmark({ progress: (text) => console.error(`  ${text}`) });
printReport(report);
await mkdir(RESULTS, { recursive: true });
const result = {
  name,
  at: new Date().toISOString(),
  seconds: Math.round((performance.now() - started) / 1_000),
  ...report,
};
await writeFile(new URL(`${name}.json`, RESULTS), `${JSON.stringify(result, null, 2)}\n`);
const below = report.bars.filter(({ holds }) => !holds);
if (below.length > 0 && !values['no-bars']) {
  console.error(`below the bar: ${below.map(({ what }) => what).join('; ')}`);
  process.exitCode = 1;
}
