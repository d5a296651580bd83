/** What a benchmark has found: tables to read, and bars to hold. */
export interface Report {
  tables: { title: string; columns: string[]; rows: (string | number)[][]; note?: string }[];
  bars: Bar[];
}

export interface Bar {
  what: string;
  measured: number;
  bar: number;
  holds: boolean;
}

export type Benchmark = (options: { progress: (text: string) => void }) => Promise<Report>;

/** A bar that wants at least so much. */
export function atLeast(what: string, measured: number, bar: number): Bar {
  return { what, measured, bar, holds: measured >= bar };
}

/** A bar that wants at most so much. */
export function atMost(what: string, measured: number, bar: number): Bar {
  return { what, measured, bar, holds: measured <= bar };
}

/** Prints a report on stdout. */
export function printReport({ tables, bars }: Report): void {
  for (const { title, columns, rows, note } of tables) {
    printTable(title, [columns, ...rows.map((row) => row.map(shown))]);
    if (note !== undefined) console.log(note);
  }
  printTable('Bars', [
    ['what', 'measured', 'bar', ''],
    ...bars.map(({ what, measured, bar, holds }) => [what, shown(measured), shown(bar), holds ? 'holds' : 'BELOW']),
  ]);
}

function printTable(title: string, lines: string[][]): void {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  console.log(`\n${title}`);
  for (const line of lines)
    console.log(
      `  ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
    );
}

function shown(value: string | number): string {
  if (typeof value === 'string') return value;
  return Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(2);
}
