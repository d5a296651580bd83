import { readFileSync } from 'node:fs';
import Type, { type Static, type TObject } from 'typebox';
import Value from 'typebox/value';
import { faultsOf } from './parse.ts';

/** The fields every service reads; spread them into its own schema. No secret has a default. */
export const serviceConfig = {
  CONSULT_MODE: Type.Enum(['sandbox', 'production'], { default: 'production' }),
  CONSULT_NAMESPACE: Type.String({ default: 'consult', pattern: '^[a-z0-9-]{1,30}$' }),
  MONGODB_URI: Type.String({ minLength: 1 }),
  AMQP_URL: Type.String({ minLength: 1 }),
  /** Signs the call tokens between services (HS256). */
  CALL_TOKEN_SECRET: Type.String({ minLength: 32 }),
  /** Calls of other services; a person may be waiting for the answer. */
  CALL_DEADLINE_MS: Type.Integer({ default: 2_000, minimum: 100, maximum: 10_000 }),
  GRPC_PORT: Type.Integer({ default: 0, minimum: 0, maximum: 65_535 }),
  HTTP_PORT: Type.Integer({ default: 0, minimum: 0, maximum: 65_535 }),
  /** Address to listen on; images set 0.0.0.0. */
  LISTEN_HOST: Type.String({ default: '127.0.0.1' }),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { default: 'info' }),
  /** Where spans go (OTLP over HTTP); absent: nowhere. */
  OTLP_URL: Type.Optional(Type.String()),
  /** The sandbox's control address (test clock); sandbox mode only. */
  SANDBOX_URL: Type.Optional(Type.String()),
};
export const ServiceConfig = Type.Object(serviceConfig);
export type ServiceConfig = Static<typeof ServiceConfig>;

/**
 * Reads a typed configuration from the environment; `NAME_FILE` names a file that holds NAME.
 * Throws one error that lists every problem at once, and never a value.
 */
export function loadConfig<T extends TObject>(schema: T, env: Readonly<Record<string, string | undefined>>): Static<T> {
  const raw: Record<string, string> = {};
  const unreadable: string[] = [];
  for (const name of Object.keys(schema.properties)) {
    const value = env[name] ?? fromFile(env[`${name}_FILE`], () => unreadable.push(name));
    if (value !== undefined && value !== '') raw[name] = value;
  }
  const value: unknown = Value.Convert(schema, Value.Default(schema, raw));
  const problems = [
    ...unreadable.map((name) => `${name}_FILE: cannot be read`),
    ...faultsOf(schema, value).map((fault) => `${fault.pointer.slice(1) || 'environment'}: ${fault.message}`),
  ];
  if (problems.length > 0)
    throw new Error(`Configuration is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  return value as Static<T>;
}

function fromFile(path: string | undefined, unreadable: () => void): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    unreadable();
    return undefined;
  }
}
