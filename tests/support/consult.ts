import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { World } from './world.ts';

const run = promisify(execFile);
const COMMAND = new URL('../../deploy/local/src/consult.ts', import.meta.url).pathname;

/** One of the operator's commands on a world's stack, as its own process: what it prints. Rejects, with `code` and `stdout`, unless it exits with 0. */
export async function consult({ stack }: World, ...args: string[]): Promise<string> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    NODE_NO_WARNINGS: '1',
    CONSULT_URL: stack.urls.gateway,
    OPERATOR_SECRET: stack.operatorSecret,
    IDENTITY_GRPC_URL: stack.grpcUrl('identity'),
    CREDITS_GRPC_URL: stack.grpcUrl('credits'),
    BILLING_GRPC_URL: stack.grpcUrl('billing'),
    CALL_TOKEN_SECRET: stack.callTokenSecret,
  };
  const { stdout } = await run(process.execPath, ['--conditions=source', COMMAND, ...args], { env });
  return stdout.trim();
}
