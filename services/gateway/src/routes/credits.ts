import { AdjustCreditsInput, ExtendLotInput, GrantCreditsInput, VoidLotInput } from '@consult/contracts/api/credits';
import type { Lot__Output as Lot } from '@consult/contracts/grpc/gen/consult/credits/v1/Lot';
import { Id } from '@consult/contracts/primitives';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import { utcInstant } from '../http/instants.ts';
import { type App, type RouteContext, STAFF } from './context.ts';
import { knownClient } from './known-client.ts';

const strict = { additionalProperties: false } as const;

/** What a client has to spend, how that came about, and credits by hand. */
export function creditRoutes(app: App, context: RouteContext): void {
  reads(app, context);
  byHand(app, context);
}

function reads(app: App, { clients }: RouteContext): void {
  app.get(
    '/api/billing/credits/balance',
    { config: { roles: ['client'] }, schema: { tags: ['credits'] } },
    async (request) => {
      const balance = await clients.credits.getBalance(callerOf(request), { clientId: '' });
      const { availableCredits, unlimited, freeTrial, activeCredits, lifetime } = balance;
      return {
        data: {
          availableCredits,
          unlimited,
          freeTrial: trialAnswer(freeTrial),
          activeCredits: present(activeCredits),
          lifetime,
        },
      };
    },
  );

  const query = Type.Object({ clientId: Type.Optional(Id), lotId: Type.Optional(Id), ...pageQuery }, strict);
  app.get(
    '/api/billing/credits/ledger',
    { config: { roles: ['client', ...STAFF] }, schema: { tags: ['credits'], querystring: query } },
    async (request) => {
      const { clientId = '', lotId } = request.query;
      const answer = await clients.credits.listLedger(callerOf(request), {
        clientId,
        ...(lotId === undefined ? {} : { lotId }),
        page: pageOf(request.query),
      });
      return listAnswer(answer.movements, answer.page);
    },
  );
}

function byHand(app: App, { clients }: RouteContext): void {
  const config = { roles: ['admin'], idempotency: 'required' } as const;
  const schema = { tags: ['credits'], params: Type.Object({ clientId: Id }) };
  const urlOf = <T extends string>(verb: T) => `/api/admin/clients/:clientId/credits/${verb}` as const;

  app.post(urlOf('grant'), { config, schema: { ...schema, body: GrantCreditsInput } }, async (request) => {
    const { expiresAt, ...grant } = request.body;
    const until = expiresAt === undefined ? {} : { expiresAt: utcInstant(expiresAt, '/expiresAt') };
    return changed(request, (input) =>
      clients.credits.grantByHand(callerOf(request), { ...input, ...grant, ...until }),
    );
  });

  app.post(urlOf('adjust'), { config, schema: { ...schema, body: AdjustCreditsInput } }, async (request) =>
    changed(request, (input) => clients.credits.adjust(callerOf(request), { ...input, ...request.body })),
  );

  app.post(urlOf('void'), { config, schema: { ...schema, body: VoidLotInput } }, async (request) =>
    changed(request, (input) => clients.credits.voidLot(callerOf(request), { ...input, ...request.body })),
  );

  app.post(urlOf('extend'), { config, schema: { ...schema, body: ExtendLotInput } }, async (request) => {
    const expiresAt = utcInstant(request.body.expiresAt, '/expiresAt');
    return changed(request, (input) =>
      clients.credits.extendLot(callerOf(request), { ...input, ...request.body, expiresAt }),
    );
  });

  /** The lot as it is after a command by hand, which credits knows by an id of the idempotency key. */
  async function changed(
    request: FastifyRequest & { params: { clientId: string } },
    command: (input: { commandId: string; clientId: string }) => Promise<Lot>,
  ): Promise<{ data: Lot }> {
    const { clientId } = request.params;
    // Credits opens an account for whoever is granted something, so that only real clients may be named.
    await knownClient(clients, callerOf(request), clientId);
    return { data: present(await command({ commandId: requestIdOf(request), clientId })) };
  }
}

/** The source document's front end reads all four, so that they are there even when empty. */
export function trialAnswer(trial: { eligible: boolean; used: boolean; usedAt?: string; expiresAt?: string } | null) {
  return {
    eligible: trial?.eligible ?? false,
    used: trial?.used ?? false,
    usedAt: trial?.usedAt ?? null,
    expiresAt: trial?.expiresAt ?? null,
  };
}
