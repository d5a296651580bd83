import type { RevenueReport__Output as RevenueReport } from '@consult/contracts/grpc/gen/consult/credits/v1/RevenueReport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { InstantInput } from '@consult/contracts/api/scheduling';
import { Zone } from '@consult/contracts/primitives';
import { present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { csvAnswer, wantsCsv } from '../http/csv.ts';
import { utcInstant } from '../http/instants.ts';
import { type App, type RouteContext, STAFF } from './context.ts';

const strict = { additionalProperties: false } as const;
const GROUPS = ['month', 'package'] as const;
const span = { from: InstantInput, to: InstantInput, timezone: Type.Optional(Zone) };
const EARNED = ['usedMinor', 'breakageMinor', 'elapsedMinor'] as const;

/** Money for finance: what was earned, and what is owed. JSON, or CSV by `Accept`. Amounts in minor units. */
export function reportRoutes(app: App, { clients }: RouteContext): void {
  const config = { roles: STAFF };

  app.get(
    '/api/reports/revenue',
    {
      config,
      schema: {
        tags: ['reports'],
        querystring: Type.Object({ ...span, groupBy: Type.Optional(Type.Enum(GROUPS)) }, strict),
      },
    },
    async (request, reply) => {
      const { rows } = await reportOf(request, request.query);
      const sums = answer(request, reply, grouped(rows, request.query.groupBy));
      return typeof sums === 'string' ? sums : { ...sums, ...(await reconciliationOf(request)) };
    },
  );

  app.get(
    '/api/reports/deferred-revenue',
    { config, schema: { tags: ['reports'], querystring: Type.Object(span, strict) } },
    async (request, reply) => answer(request, reply, (await reportOf(request, request.query)).deferred),
  );

  /** How the last whole run left the books; the figures do not wait for it. */
  async function reconciliationOf(request: FastifyRequest): Promise<{ reconciliation?: { at: string; open: number } }> {
    try {
      const { standing } = await clients.billing.listReconciliations(callerOf(request), {
        page: { limit: 1, cursor: '' },
      });
      return standing === null ? {} : { reconciliation: standing };
    } catch (error) {
      request.log.warn({ err: error, requestId: request.id }, 'how the books stand is not known');
      return {};
    }
  }

  async function reportOf(
    request: FastifyRequest,
    { from, to, timezone }: { from: string; to: string; timezone?: string },
  ): Promise<RevenueReport> {
    const caller = callerOf(request);
    const between = { from: utcInstant(from, '/from'), to: utcInstant(to, '/to') };
    // Months are the tenant's, unless somebody wants others.
    const zone = timezone ?? (await clients.identity.getTenant(caller, { tenantId: caller.tenantId })).timezone;
    return present(await clients.credits.reportRevenue(caller, { ...between, timezone: zone }));
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, rows: object[]) {
  return wantsCsv(request) ? csvAnswer(reply, rows) : { data: rows };
}

type Row = RevenueReport['rows'][number];

/** Sums over what is not grouped by; without a group each month, package and currency stands alone. Money of two currencies is never added. */
function grouped(rows: Row[], groupBy: (typeof GROUPS)[number] | undefined): object[] {
  const groups = new Map<string, Record<string, string | number>>();
  for (const { month, packageId, currency, ...amounts } of rows) {
    const named = {
      ...(groupBy === 'package' ? {} : { month }),
      ...(groupBy === 'month' ? {} : { packageId }),
      currency,
    };
    const key = JSON.stringify(named);
    const sums = groups.get(key) ?? { ...named, usedMinor: 0, breakageMinor: 0, elapsedMinor: 0, totalMinor: 0 };
    for (const name of EARNED) {
      sums[name] = Number(sums[name]) + amounts[name];
      sums['totalMinor'] = Number(sums['totalMinor']) + amounts[name];
    }
    groups.set(key, sums);
  }
  return [...groups.values()];
}
