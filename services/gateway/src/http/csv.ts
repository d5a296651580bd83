import type { FastifyReply, FastifyRequest } from 'fastify';

/** Spreadsheets take these for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Whether the caller asks for CSV rather than JSON. */
export function wantsCsv(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.split(',').some((type) => type.trim().toLowerCase().startsWith('text/csv'));
}

/** Rows as RFC 4180 CSV; the columns are the fields of the first row. */
export function csvAnswer(reply: FastifyReply, rows: readonly object[]): string {
  void reply.type('text/csv; charset=utf-8');
  return csvOf(rows);
}

/** A header line and a line per row, CRLF; a text that a spreadsheet would calculate is disarmed by an apostrophe. */
export function csvOf(rows: readonly object[], columns = Object.keys(rows[0] ?? {})): string {
  const lines = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return columns.map((column) => cell(values.get(column))).join(',');
  });
  return [columns.join(','), ...lines, ''].join('\r\n');
}

function cell(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
