import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import Type from 'typebox';
import { loadConfig, ServiceConfig, serviceConfig } from '../src/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const needed = { MONGODB_URI: 'mongodb://db', AMQP_URL: 'amqp://broker', CALL_TOKEN_SECRET: 'x'.repeat(32) };

describe('a configuration', () => {
  test('is typed, with defaults for what is left out', () => {
    const config = loadConfig(ServiceConfig, { ...needed, HTTP_PORT: '8080', PATH: '/usr/bin' });
    expect(config).toEqual({
      ...needed,
      CALL_DEADLINE_MS: 2_000,
      HTTP_PORT: 8080,
      GRPC_PORT: 0,
      CONSULT_MODE: 'production',
      CONSULT_NAMESPACE: 'consult',
      LISTEN_HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    });
  });

  test('takes a service’s own fields beside', () => {
    const schema = Type.Object({ ...serviceConfig, RATE_PER_MINUTE: Type.Integer({ minimum: 1 }) });
    expect(loadConfig(schema, { ...needed, RATE_PER_MINUTE: '5' }).RATE_PER_MINUTE).toBe(5);
  });

  test('names every problem at once, and never a value', () => {
    const env = { MONGODB_URI: '', CALL_TOKEN_SECRET: 'canary', HTTP_PORT: 'canary', CONSULT_MODE: 'canary' };
    const message = messageOf(() => loadConfig(ServiceConfig, env));
    for (const name of ['MONGODB_URI', 'AMQP_URL', 'CALL_TOKEN_SECRET', 'HTTP_PORT', 'CONSULT_MODE'])
      expect(message).toContain(name);
    expect(message).not.toContain('canary');
  });

  test('reads NAME from the file that NAME_FILE names', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, `${'s'.repeat(40)}\n`);
    const config = loadConfig(ServiceConfig, { ...needed, CALL_TOKEN_SECRET: undefined, CALL_TOKEN_SECRET_FILE: path });
    expect(config.CALL_TOKEN_SECRET).toBe('s'.repeat(40));
  });

  test('says which file cannot be read, beside the other problems', () => {
    const env = { MONGODB_URI: 'mongodb://db', CALL_TOKEN_SECRET_FILE: join(folder, 'none') };
    const message = messageOf(() => loadConfig(ServiceConfig, env));
    expect(message).toContain('CALL_TOKEN_SECRET_FILE: cannot be read');
    expect(message).toContain('AMQP_URL');
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  throw new Error('nothing was thrown');
}
