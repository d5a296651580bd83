import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { growth } from './credits-growth.ts';
import { size } from './credits-size.ts';
import { throughput } from './credits-throughput.ts';
import type { Benchmark, Report } from './report.ts';

/** Parts of the benchmark, each in a namespace of its own that is gone at its end. */
const PARTS = { throughput, growth, size } as const;

/** What a credit costs, beside what a Node developer would take otherwise, and what it costs when there has been much of it. */
export const credits: Benchmark = async ({ progress }) => {
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
