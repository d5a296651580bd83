import { answerProblem, registerHealth, type Checks } from '@consult/runtime/http';
import { parse } from '@consult/runtime/parse';
import { fastify, type FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Participants } from '../clock/participants.ts';
import type { SandboxDatabase } from '../database.ts';
import { listMails } from '../mail/mails.ts';
import { Faults, type FaultPlan } from '../stripe/faults.ts';
import type { StripeDeps } from '../stripe/perform.ts';
import type { WebhookSender } from '../stripe/webhooks/sender.ts';
import { NO_MISBEHAVIOUR, WebhookSwitches } from '../stripe/webhooks/switches.ts';
import { disputeNow } from './disputes.ts';
import { targetOf } from './target.ts';

const BODY_MAX_BYTES = 16 * 1_024;
const Line = Type.String({ minLength: 1, maxLength: 200 });
const Registration = Type.Object(
  { name: Line, instanceId: Line, url: Type.String({ pattern: '^https?://', maxLength: 200 }) },
  { additionalProperties: false },
);
const MailQuery = Type.Object(
  {
    to: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
    limit: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,2}$' })),
  },
  { additionalProperties: false },
);

const SwitchesBody = Type.Partial(WebhookSwitches, { additionalProperties: false });

export interface ControlDeps {
  database: SandboxDatabase;
  now: () => Date;
  participants: Participants;
  advance: (target: (now: Date) => Date) => Promise<Date>;
  sender: WebhookSender;
  faults: FaultPlan;
  stripe: StripeDeps;
  checks: Checks;
}

/** The sandbox's own routes: who takes part, what time it is, what mail has come, how webhooks and calls go wrong. */
export function createControlServer(deps: ControlDeps): FastifyInstance {
  const { database, participants, sender } = deps;
  const app = fastify({ bodyLimit: BODY_MAX_BYTES, forceCloseConnections: true });
  app.setErrorHandler(answerProblem);
  registerHealth(app, deps.checks);

  app.post('/participants', async (request) => {
    participants.heard(parse(Registration, request.body));
    return timeOf(deps.now());
  });
  app.get('/participants', async () =>
    participants.present().map(({ name, instanceId, url }) => ({ name, instanceId, url })),
  );

  app.get('/sandbox/clock', async () => timeOf(deps.now()));
  app.post('/sandbox/clock/advance', async (request) => timeOf(await deps.advance(targetOf(request.body))));

  app.get('/sandbox/mail', async (request) => {
    const { to, limit } = parse(MailQuery, request.query);
    return listMails(database, { to, limit: limit === undefined ? undefined : Number(limit) });
  });

  app.get('/sandbox/webhooks', async () => ({ switches: sender.switches(), undelivered: await sender.undelivered() }));
  app.put('/sandbox/webhooks', async (request) => {
    const given = parse(SwitchesBody, request.body);
    sender.setSwitches({ ...NO_MISBEHAVIOUR, ...given });
    return { switches: sender.switches(), undelivered: await sender.undelivered() };
  });
  app.get('/sandbox/faults', async () => deps.faults.left());
  app.put('/sandbox/faults', async (request) => {
    deps.faults.plan(parse(Faults, request.body));
    return deps.faults.left();
  });
  app.post('/sandbox/disputes', (request) => disputeNow(deps.stripe, request.body));
  return app;
}

const timeOf = (now: Date): { now: string } => ({ now: now.toISOString() });
