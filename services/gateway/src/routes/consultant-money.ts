import { InstantInput } from '@consult/contracts/api/scheduling';
import type { StatementLine__Output as StatementLine } from '@consult/contracts/grpc/gen/consult/scheduling/v1/StatementLine';
import { Id } from '@consult/contracts/primitives';
import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { listAnswer, PAGE_LIMIT_MAX, pageOf, pageQuery, present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { csvOf, wantsCsv } from '../http/csv.ts';
import { type App, type RouteContext, STAFF } from './context.ts';

const strict = { additionalProperties: false } as const;
const tags = ['consultants'];
const byId = Type.Object({ consultantId: Id });
const span = Type.Object({ from: InstantInput, to: InstantInput }, strict);
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: '2025-01, in the consultant’s zone' });
/** A statement is one answer; a month of one person stays far below. */
const STATEMENT_MAX = 10_000;
const COLUMNS = [
  'date',
  'consultationId',
  'client',
  'title',
  'method',
  'credits',
  'unitPriceMinor',
  'amountMinor',
  'currency',
  'kind',
  'reason',
  'recordedAt',
  'earningId',
];

/** What a consultant earned, and the figures of their sessions: for themselves, admins and finance. Amounts in minor units. */
export function consultantMoneyRoutes(app: App, { clients }: RouteContext): void {
  const config = { roles: ['consultant', ...STAFF] } as const;

  app.get(
    '/api/consultants/:consultantId/earnings',
    { config, schema: { tags, params: byId, querystring: span } },
    async (request) => {
      const input = { ...request.params, ...request.query };
      return { data: present(await clients.scheduling.sumEarnings(callerOf(request), input)) };
    },
  );

  app.get(
    '/api/consultants/:consultantId/metrics',
    { config, schema: { tags, params: byId, querystring: span } },
    async (request) => {
      const input = { ...request.params, ...request.query };
      return { data: present(await clients.scheduling.getMetrics(callerOf(request), input)) };
    },
  );

  app.get(
    '/api/consultants/:consultantId/statement.csv',
    {
      config,
      schema: { tags, params: byId, querystring: Type.Object({ month: Month, ...pageQuery }, strict) },
    },
    async (request, reply) => {
      const { month, ...query } = request.query;
      const asked = { ...request.params, month };
      if (wantsJson(request)) {
        const page = pageOf(query);
        const answer = await clients.scheduling.listStatement(callerOf(request), { ...asked, page });
        return listAnswer(answer.lines, answer.page);
      }
      const lines = await wholeStatement(callerOf(request), asked, query.cursor ?? '');
      void reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="statement-${month}.csv"`);
      return csvOf(lines.map(rowOf), COLUMNS);
    },
  );

  async function wholeStatement(
    caller: Caller,
    asked: { consultantId: string; month: string },
    from: string,
  ): Promise<StatementLine[]> {
    const lines: StatementLine[] = [];
    for (let cursor = from; ; ) {
      const answer = await clients.scheduling.listStatement(caller, {
        ...asked,
        page: { limit: PAGE_LIMIT_MAX, cursor },
      });
      lines.push(...answer.lines);
      cursor = answer.page?.nextCursor ?? '';
      if (cursor === '') return lines;
      if (lines.length >= STATEMENT_MAX)
        throw new AppError('rule_refused', { why: 'export_too_large', maximum: STATEMENT_MAX });
    }
  }
}

/** The path says CSV: JSON is for those who ask for it. */
function wantsJson(request: FastifyRequest): boolean {
  return !wantsCsv(request) && (request.headers.accept ?? '').toLowerCase().includes('application/json');
}

function rowOf({ scheduledStart, clientName, at, ...line }: StatementLine): object {
  return { ...line, date: scheduledStart, client: clientName, recordedAt: at };
}
