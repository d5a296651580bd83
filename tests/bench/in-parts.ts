import { randomUUID } from 'node:crypto';
import { dropNamespace } from '@consult/testing/namespace';
import type { Benchmark, Report } from './report.ts';

type Part = (namespace: string, progress: (text: string) => void) => Promise<Report>;

/** A benchmark of several parts, each in a namespace of its own that is gone at its end; `BENCH_ONLY` names some of them. */
export function inParts(parts: Readonly<Record<string, Part>>): Benchmark {
  return async ({ progress }) => {
    const report: Report = { tables: [], bars: [] };
    const only = process.env['BENCH_ONLY']?.split(',');
    for (const [name, part] of Object.entries(parts)) {
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
}
