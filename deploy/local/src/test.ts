import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findMongo } from './mongo.ts';
import { DATA_DIR, ROOT } from './paths.ts';
import { createProcesses, endLeftovers, stacksUnder } from './processes.ts';
import { findRabbit } from './rabbit.ts';
import { die, step } from './say.ts';

/** One run of a suite: what jest reports about it. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const folder = join(DATA_DIR, `test-${process.pid}`);
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
/** Whole stacks share two cores: one at a time. */
const SUITES = [
  { project: 'units', args: [] },
  { project: 'system', args: ['--runInBand'] },
] as const;

main().catch(die);

/** Everything on real servers of its own; leaves no process behind; ends with one line. Arguments go to jest. */
async function main(): Promise<void> {
  const started = Date.now();
  mkdirSync(folder, { recursive: true });
  const processes = createProcesses(folder);
  let total: Counts = { passed: 0, failed: 0, skipped: 0 };
  let left = 0;
  try {
    const env = {
      ...process.env,
      MONGODB_URI: await findMongo(folder, processes),
      AMQP_URL: await findRabbit(folder, processes),
      CONSULT_DATA_DIR: folder,
      CONSULT_NAMESPACE: '',
    };
    for (const { project, args } of SUITES) {
      step(`Running the ${project} tests`);
      total = sum(total, await runSuite(project, [...args, ...process.argv.slice(2)], env));
    }
  } finally {
    left = await endStacks();
    await processes.stopAll();
  }
  if (left > 0) console.error(`✗ the tests left ${left} processes behind (ended now)`);
  else rmSync(folder, { recursive: true, force: true });
  const failed = total.failed + Number(left > 0);
  step(`Took ${Math.round((Date.now() - started) / 1_000)} s`);
  console.log(`${total.passed} passed, ${failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exit(failed > 0 || total.passed === 0 ? 1 : 0);
}

async function runSuite(project: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = join(folder, `${project}.json`);
  const node = ['--conditions=source', '--experimental-vm-modules', JEST];
  const jest = ['--selectProjects', project, '--passWithNoTests', '--json', `--outputFile=${report}`, ...args];
  const child = spawn(process.execPath, [...node, ...jest], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const exitCode = await new Promise((resolve) => child.once('exit', resolve));
  if (!existsSync(report)) throw new Error(`jest ended with ${String(exitCode)} and without a report`);
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<string, number>;
  const failed = (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0);
  // A worker that died or a hook that failed may fail the run without failing a test.
  return {
    passed: numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: numPendingTests ?? 0,
  };
}

/** Ends what tests have left running. Answers how many processes that were. */
async function endStacks(): Promise<number> {
  let left = 0;
  for (const stack of stacksUnder(join(folder, 'stacks'))) left += await endLeftovers(stack);
  return left;
}

function sum(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
