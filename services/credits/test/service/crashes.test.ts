import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { type Broker, connectBroker } from '@consult/messaging/broker';
import { newEvent } from '@consult/messaging/event';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { verifyAccounts } from '../../src/operations/verify-accounts.ts';
import { accountsOn } from '../../src/store/account-document.ts';
import { archiveOn } from '../../src/store/archived-lots.ts';
import { ledgerOn } from '../../src/store/ledger.ts';
import { at, START } from '../support/bench.ts';
import { packageOf, paymentOf } from '../support/events.ts';
import { TENANT } from '../support/service.ts';
import { type Fakes, startFakes } from '../support/fakes.ts';

const SERVICE_ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WITHIN_MS = 30_000;
const namespace = testNamespace();
const config = testConfig({ namespace });
const logger = createLogger({ service: 'test', level: 'silent' });
const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_credits` });
const accounts = accountsOn(connection);
const ledger = ledgerOn(connection);
const archive = archiveOn(connection);
const children: ChildProcess[] = [];
let fakes: Fakes;
let broker: Broker;

beforeAll(async () => {
  fakes = await startFakes({ callTokenSecret: config.CALL_TOKEN_SECRET, logger });
  broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'billing', logger });
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(end));
});
afterAll(async () => {
  await fakes.close();
  await broker.close();
  await connection.close();
  await dropNamespace(namespace);
});

/** The service as its own process; with a fault point it kills itself there. */
function startService(faultPoint = ''): ChildProcess {
  const env = {
    ...process.env,
    ...config,
    IDENTITY_GRPC_URL: fakes.identityUrl,
    SCHEDULING_GRPC_URL: fakes.schedulingUrl,
  };
  const child = spawn(process.execPath, ['--conditions=source', 'src/main.ts'], {
    cwd: SERVICE_ROOT,
    env: {
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
      NODE_OPTIONS: '',
      FAULT_POINT: faultPoint,
    },
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function pay(clientId: string): Promise<void> {
  // The process has the machine's clock: a package of 60 days would have expired.
  const data = paymentOf(clientId, `TXN-${clientId}`, { package: packageOf({ expiresAfterDays: 36_500 }) });
  const event = newEvent(PaymentSucceeded, {
    tenantId: TENANT,
    subject: data.transactionId,
    version: 1,
    time: at(START),
    data,
  });
  const { events: exchange } = broker.topology;
  const content = Buffer.from(JSON.stringify(event));
  await broker.publish({
    exchange,
    routingKey: event.type,
    content,
    mandatory: true,
    messageId: event.id,
    type: event.type,
  });
}

const points = ['before-save', 'after-save', 'before-ack', 'before-ledger', 'after-ledger'];

describe('killed with SIGKILL while a payment is granted, and started again', () => {
  test.each(points)('at credits.%s: one lot, one movement, nothing unpublished', async (point) => {
    const clientId = `client-${point}`;
    const doomed = startService(`credits.${point}`);
    const died = once(doomed, 'exit');
    await pay(clientId);
    expect(await died).toEqual([null, 'SIGKILL']);
    const service = startService();
    await eventually(
      async () => {
        const account = await accounts.findOne({ tenantId: TENANT, clientId }).lean();
        expect(account).toMatchObject({ pending: [], outbox: [] });
        expect(Object.values(account?.lots ?? {})).toMatchObject([{ added: 3, remaining: 3 }]);
        const rows = ledger.find({ tenantId: TENANT, transactionId: `TXN-${clientId}` });
        expect(await rows.lean()).toMatchObject([{ kind: 'granted', credits: 3, accountId: account?._id }]);
      },
      { withinMs: WITHIN_MS },
    );
    expect((await verifyAccounts({ accounts, ledger, archive })).findings).toEqual([]);
    await end(service);
    expect(service.exitCode).toBe(0);
  });
});
