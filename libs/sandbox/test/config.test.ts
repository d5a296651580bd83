import { loadConfig } from '@consult/runtime/config';
import { expect, test } from '@jest/globals';
import { SandboxConfig } from '../src/config.ts';
import { startSandbox } from './support.ts';

const env = { CONSULT_MODE: 'sandbox', MONGODB_URI: 'mongodb://127.0.0.1/' };

test('it runs in sandbox mode only', () => {
  expect(() => loadConfig(SandboxConfig, { ...env, CONSULT_MODE: 'production' })).toThrow('CONSULT_MODE');
  expect(() => loadConfig(SandboxConfig, { MONGODB_URI: env.MONGODB_URI })).toThrow('CONSULT_MODE');
});

test('it listens on the loopback, or inside a container on all addresses; never on one of the network', () => {
  expect(loadConfig(SandboxConfig, env).LISTEN_HOST).toBe('127.0.0.1');
  expect(loadConfig(SandboxConfig, { ...env, LISTEN_HOST: '0.0.0.0' }).LISTEN_HOST).toBe('0.0.0.0');
  expect(() => loadConfig(SandboxConfig, { ...env, LISTEN_HOST: '192.168.1.10' })).toThrow('LISTEN_HOST');
});

test('addresses it gives out can be opened, also when it listens on all of them', async () => {
  const running = await startSandbox({ LISTEN_HOST: '0.0.0.0' });
  try {
    const intent = await running.stripe.paymentIntents.create({
      amount: 1_000,
      currency: 'usd',
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
      return_url: 'https://shop.example/return',
    });
    const url = intent.next_action?.redirect_to_url?.url ?? '';
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect((await fetch(url)).status).toBe(200);
  } finally {
    await running.stop();
  }
});
