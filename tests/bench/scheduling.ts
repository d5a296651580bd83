import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import type { Benchmark, Report } from './report.ts';
import { slots } from './scheduling-slots.ts';

/** Parts of the benchmark, each in a namespace of its own that is gone at its end. */
const PARTS = { slots } as const;

/** How fast free time is found and taken, beside what a Node developer would use otherwise and beside what nothing could beat by much. */
export const scheduling: Benchmark = async ({ progress }) => {
  const report: Report = { tables: [], bars: [] };
  const only = process.env['BENCH_ONLY']?.split(',');
  for (const [name, part] of Object.entries(PARTS)) {
    if (only && !only.includes(name)) continue;
    const namespace = testNamespace();
    try {
      const { tables, bars } = await part(namespace, progress);
      report.tables.push(...tables);
      report.bars.push(...bars);
    } finally {
      await dropNamespace(namespace);
    }
  }
  return report;
};
