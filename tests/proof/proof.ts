import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongo } from '@consult/local/mongo';
import { DATA_DIR, ROOT } from '@consult/local/paths';
import { createProcesses } from '@consult/local/processes';
import { findRabbit } from '@consult/local/rabbit';
import { die, step } from '@consult/local/say';
import { endChildren } from './child.ts';
import { PARTS, type ProofDeps, type Step } from './parts.ts';

const USAGE = `pnpm proof <part> [step…]: what is promised of a part, proved at length

  parts: ${Object.entries(PARTS)
    .map(([part, steps]) => `${part} (${steps.map(({ name }) => name).join(', ')})`)
    .join('; ')}
  PROOF_SEEDS   random runs of each model test, 1000; of the money, 200
  PROOF_ROUNDS  rounds of the tests on real servers, 3
  PROOF_MUTANTS only mutants whose name holds this text
MongoDB and RabbitMQ are those of MONGODB_URI and AMQP_URL, else its own.`;

main().catch(die);

async function main(): Promise<void> {
  const [part = '', ...names] = process.argv.slice(2);
  const steps = (PARTS[part] ?? []).filter(({ name }) => names.length === 0 || names.includes(name));
  if (steps.length === 0 || steps.length < names.length) {
    console.log(USAGE);
    process.exit(2);
  }
  const failed = await onServers((deps) => carryOut(steps, deps));
  const outcome =
    failed.length === 0 ? `${steps.length} of ${steps.length} steps hold` : `FAILED: ${failed.join(', ')}`;
  console.log(`proof ${part}: ${outcome}`);
  process.exit(failed.length === 0 ? 0 : 1);
}

/** One step after the other, all of them whatever fails. Answers the names of those that failed. */
async function carryOut(steps: readonly Step[], deps: ProofDeps): Promise<string[]> {
  const failed: string[] = [];
  for (const one of steps) {
    const { name } = one;
    step(name);
    const started = Date.now();
    const took = (): string => `${Math.round((Date.now() - started) / 1_000)} s`;
    try {
      const seen = await one.run(deps);
      console.log(`✓ ${name} (${took()}): ${seen}`);
    } catch (error) {
      failed.push(name);
      console.log(`✗ ${name} (${took()}): ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}

/** Finds the servers as the tests do; leaves no process behind, interrupted or not. */
async function onServers<T>(work: (deps: ProofDeps) => Promise<T>): Promise<T> {
  const folder = join(DATA_DIR, `proof-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'consult-proof-'));
  const processes = createProcesses(folder);
  const end = async (): Promise<void> => {
    endChildren();
    await processes.stopAll();
    for (const made of [folder, scratch]) rmSync(made, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().finally(() => process.exit(130)));
  try {
    const env = {
      ...process.env,
      MONGODB_URI: await findMongo(folder, processes),
      AMQP_URL: await findRabbit(folder, processes),
      CONSULT_DATA_DIR: folder,
      CONSULT_NAMESPACE: '',
    };
    return await work({ root: ROOT, folder, scratch, env, say: (line) => console.log(`  ${line}`) });
  } finally {
    await end();
  }
}
