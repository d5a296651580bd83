import { randomBytes } from 'node:crypto';
import type { ServiceConfig } from '@consult/runtime/config';
import { addressOf } from './environment.ts';

/** One secret per test process, so that services of one test understand each other. */
const CALL_TOKEN_SECRET = randomBytes(32).toString('hex');

/** The fields every service reads, for a test: sandbox mode, free ports of this machine, silent. Spread the service's own beside it. */
export function testConfig({ namespace }: { namespace: string }): ServiceConfig {
  return {
    CONSULT_MODE: 'sandbox',
    CONSULT_NAMESPACE: namespace,
    MONGODB_URI: addressOf('MONGODB_URI'),
    AMQP_URL: addressOf('AMQP_URL'),
    CALL_TOKEN_SECRET,
    // A machine that stands still for two seconds is no outage of a neighbour.
    CALL_DEADLINE_MS: 6_000,
    GRPC_PORT: 0,
    HTTP_PORT: 0,
    LISTEN_HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  };
}
