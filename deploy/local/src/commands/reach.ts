import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorToken } from '../operator-token.ts';
import { DATA_DIR } from '../paths.ts';

interface Noted {
  urls: { gateway: string };
  identityGrpc: string;
  creditsGrpc: string;
  billingGrpc: string;
}

/** A token for the operator's routes. */
export function token(): Promise<string> {
  return operatorToken(secret('OPERATOR_SECRET'));
}

/** Where the public API is: `CONSULT_URL`, or the running stack's. */
export function gateway(): string {
  return process.env['CONSULT_URL'] ?? noted().urls.gateway;
}

/** Where a service is called without the gateway: from the environment, or the running stack's. */
export function grpcUrl(service: 'identity' | 'credits' | 'billing'): string {
  return process.env[`${service.toUpperCase()}_GRPC_URL`] ?? noted()[`${service}Grpc`];
}

/** From the environment, or as the local stack keeps it. */
export function secret(name: 'OPERATOR_SECRET' | 'CALL_TOKEN_SECRET'): string {
  const value = process.env[name];
  if (value !== undefined) return value;
  const file = join(DATA_DIR, 'secrets.json');
  if (!existsSync(file)) throw new Error(`${name} is not set, and no local stack has been started`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[name] ?? '';
}

function noted(): Noted {
  const file = join(DATA_DIR, 'stack.json');
  if (!existsSync(file)) throw new Error('no local stack is running: npm start, or set CONSULT_URL');
  return JSON.parse(readFileSync(file, 'utf8')) as Noted;
}
