import { readFileSync } from 'node:fs';
import { loadConfig } from '@consult/runtime/config';
import { SandboxConfig } from '@consult/sandbox/config';
import { expect, test } from '@jest/globals';
import type { TObject } from 'typebox';
import { parse } from 'yaml';
import { BillingConfig } from '../../services/billing/src/config.ts';
import { CatalogConfig } from '../../services/catalog/src/config.ts';
import { CreditsConfig } from '../../services/credits/src/config.ts';
import { GatewayConfig } from '../../services/gateway/src/config.ts';
import { IdentityConfig } from '../../services/identity/src/config.ts';
import { NotificationConfig } from '../../services/notification/src/config.ts';
import { SchedulingConfig } from '../../services/scheduling/src/config.ts';

const SCHEMAS: Record<string, TObject> = {
  identity: IdentityConfig,
  catalog: CatalogConfig,
  billing: BillingConfig,
  credits: CreditsConfig,
  scheduling: SchedulingConfig,
  notification: NotificationConfig,
  gateway: GatewayConfig,
  sandbox: SandboxConfig,
};
/** What stands in `.env`, once it is filled in. */
const FILLED_IN = 'f'.repeat(64);
const A_SECRET = /SECRET|PASSWORD|_KEY$/;

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const composeText = textOf('docker-compose.yml');
const compose = parse(composeText, { merge: true }) as {
  services: Record<string, { build?: { args: { SERVICE: string } }; environment: Record<string, string | number> }>;
};

/** Variables that the image itself sets. */
const imageEnv = Object.fromEntries(
  [...(/^ENV (.+)$/m.exec(textOf('deploy/docker/Dockerfile'))?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
);

function environmentOf(name: string): Record<string, string> {
  const entries = Object.entries(compose.services[name]?.environment ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value).replaceAll(/\$\{[^}]+\}/g, FILLED_IN)]));
}

test.each(Object.entries(SCHEMAS))('compose runs %s with a configuration that it takes', (name, schema) => {
  expect(compose.services[name]?.build?.args.SERVICE).toBe(name);
  const config = loadConfig(schema, { ...imageEnv, ...environmentOf(name) });
  expect(config).toMatchObject({ CONSULT_MODE: 'sandbox', LISTEN_HOST: '0.0.0.0' });
});

test('compose sets no variable that nobody reads, and gives a secret only to those who use it', () => {
  const known = new Set(Object.values(SCHEMAS).flatMap((schema) => Object.keys(schema.properties)));
  const astray = Object.entries(SCHEMAS).flatMap(([name, schema]) =>
    Object.keys(environmentOf(name))
      .filter((key) => !known.has(key) || (A_SECRET.test(key) && !(key in schema.properties)))
      .map((key) => `${name}: ${key}`),
  );
  expect(astray).toEqual([]);
});

test('.env.example names exactly what compose asks for', () => {
  const asked = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
  const offered = new Set([...textOf('.env.example').matchAll(/^(\w+)=$/gm)].map(([, name]) => name));
  expect(offered).toEqual(asked);
});
