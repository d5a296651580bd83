import type { App } from '@consult/runtime/app';
import type { Clock } from '@consult/runtime/clock';
import type { Logger } from '@consult/runtime/logger';
import { connectMongo, ensureIndexes, pingMongo } from '@consult/runtime/mongo';
import { stepwise } from '@consult/runtime/stepwise';
import { closeClients, createClients } from './clients.ts';
import type { GatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';
import { createTokenVerifier } from './http/auth.ts';
import { createReadiness } from './readiness.ts';
import type { App as PublicApi } from './routes/context.ts';
import { createAnswerStore } from './store/answers.ts';

/** Requests at hand get this long when the gateway stops; below the bound of a stopping step. */
const DRAIN_MS = 5_000;

/**
 * The gateway: the only public HTTP server. It has no gRPC of its own, no events, and no part in business time:
 * tokens, limits and stored answers are technical.
 */
export async function createApp(config: GatewayConfig, deps: { logger: Logger; clock: Clock }): Promise<App> {
  const { logger, clock } = deps;
  const database = `${config.CONSULT_NAMESPACE}_gateway`;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database, logger });
  const clients = createClients(config);
  const wallNow = () => clock.wallNow();
  const readiness = createReadiness(
    config,
    () => pingMongo(connection),
    () => wallNow().getTime(),
  );
  const answers = createAnswerStore(connection);
  const verify = createTokenVerifier(config);
  const server = await createGateway({
    config,
    logger,
    clients,
    verify,
    answers,
    wallNow,
    readiness: readiness.checks,
  });
  const steps = stepwise({
    logger,
    close: async () => {
      readiness.close();
      closeClients(clients);
      await connection.close();
    },
  });

  /** No new requests; those at hand may finish, then their connections are cut. */
  async function close(): Promise<void> {
    const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
    await server.close();
    clearTimeout(cut);
  }

  return {
    grpcPort: 0,
    // It hears and publishes nothing.
    idle: async () => ({ idle: true, activity: 0 }),
    get httpPort() {
      return portOf(server);
    },
    async start() {
      await ensureIndexes(connection);
      await steps.run(
        'http',
        async () => void (await server.listen({ host: config.LISTEN_HOST, port: config.HTTP_PORT })),
        close,
      );
      logger.info({ httpPort: portOf(server) }, 'gateway is up');
    },
    stop: () => steps.stop(),
  };
}

/** Where it listens; 0 while it does not. */
function portOf(app: PublicApi): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
