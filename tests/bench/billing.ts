import { dropNamespace } from '@consult/testing/namespace';
import { randomUUID } from 'node:crypto';
import { latency } from './billing-latency.ts';
import { webhooks } from './billing-webhooks.ts';
import type { Benchmark, Report } from './report.ts';

/** Parts of the benchmark, each on a system of its own that is gone at its end. */
const PARTS = { latency, webhooks } as const;

/** How many webhooks are taken, beside what could be, and how soon what was paid can be spent. */
export const billing: Benchmark = async ({ progress }) => {
  const report: Report = { tables: [], bars: [] };
  const only = process.env['BENCH_ONLY']?.split(',');
  for (const [name, part] of Object.entries(PARTS)) {
    if (only && !only.includes(name)) continue;
    const namespace = `b${randomUUID().slice(0, 8)}`;
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
