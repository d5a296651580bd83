import { Client, credentials } from '@grpc/grpc-js';
import { CHANNEL } from '@consult/runtime/grpc-client';
import type { Checks } from '@consult/runtime/health';
import { fetch } from 'undici';
import type { GatewayConfig } from './config.ts';

/** Below the bound that health checks have as a whole. */
const PROBE_TIMEOUT_MS = 1_500;
/** A dependency that answered this recently still counts: one lost probe must not take the gateway out of rotation. */
const REMEMBERED_MS = 5_000;
/** The answer `SERVING` of `grpc.health.v1.HealthCheckResponse`: field 1, value 1. */
const SERVING = Buffer.from([0x08, 0x01]);
const HEALTH_CHECK = '/grpc.health.v1.Health/Check';

export interface Readiness {
  checks: Checks;
  close(): void;
}

/** Ready means: the gateway's own database, every service it calls, and the keys of access tokens. `now` is technical time in milliseconds. */
export function createReadiness(config: GatewayConfig, mongo: () => Promise<void>, now: () => number): Readiness {
  const services = {
    identity: config.IDENTITY_GRPC_URL,
    catalog: config.CATALOG_GRPC_URL,
    billing: config.BILLING_GRPC_URL,
    credits: config.CREDITS_GRPC_URL,
    scheduling: config.SCHEDULING_GRPC_URL,
    notification: config.NOTIFICATION_GRPC_URL,
  };
  const clients = Object.entries(services).map(
    ([name, url]) => [name, new Client(url, credentials.createInsecure(), CHANNEL)] as const,
  );
  const probes = clients.map(
    ([name, client]) => [name, steady(() => serving(client, now() + PROBE_TIMEOUT_MS), now)] as const,
  );
  return {
    checks: { mongo, keys: steady(() => answering(config.IDENTITY_JWKS_URL), now), ...Object.fromEntries(probes) },
    close: () => {
      for (const [, client] of clients) client.close();
    },
  };
}

/** A check that holds its last good answer for a moment; after that it fails as its probe does. */
export function steady(probe: () => Promise<void>, now: () => number): () => Promise<void> {
  let goodUntil = Number.NEGATIVE_INFINITY;
  return async () => {
    try {
      await probe();
      goodUntil = now() + REMEMBERED_MS;
    } catch (error) {
      if (now() >= goodUntil) throw error;
    }
  };
}

/** Asks a service by the standard gRPC health protocol; its one message is two bytes, which need no schema. */
function serving(client: Client, deadline: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const bytes = (value: Buffer) => value;
    client.makeUnaryRequest(HEALTH_CHECK, bytes, bytes, Buffer.alloc(0), { deadline }, (error, answer) => {
      if (error) reject(error);
      else if (answer?.equals(SERVING)) resolve();
      else reject(new Error('not serving'));
    });
  });
}

async function answering(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
}
