import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.ts';

export interface TestRun {
  passed: number;
  failed: number;
  /** A test file could not be loaded, or jest itself did not come to an end: nothing is known. */
  broken: boolean;
  timedOut: boolean;
  firstFailure: string | undefined;
  output: string;
  tookMs: number;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

/** Runs test files or folders of a checkout, and says what came of it. */
export async function runJest(run: {
  checkout: string;
  /** Paths inside the checkout. */
  tests: readonly string[];
  /** Where the report and jest's cache go. */
  folder: string;
  name: string;
  env: NodeJS.ProcessEnv;
  workers: number;
  withinMs: number;
}): Promise<TestRun> {
  const { checkout, folder, env, withinMs } = run;
  const report = join(folder, `${run.name}.json`);
  rmSync(report, { force: true });
  const jest = join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--json', `--outputFile=${report}`, `--cacheDirectory=${join(folder, 'jest')}`, '--watchman=false'];
  const args = [jest, ...flags, `--maxWorkers=${run.workers}`, ...run.tests];
  const started = Date.now();
  const node = ['--conditions=source', '--experimental-vm-modules'];
  const { code, timedOut, output } = await runNode({ args: [...node, ...args], cwd: checkout, env, withinMs });
  const tookMs = Date.now() - started;
  if (!existsSync(report))
    return { passed: 0, failed: 0, broken: !timedOut, timedOut, firstFailure: undefined, output, tookMs };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const nothingRan = numPassedTests + numFailedTests === 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    // A worker that died fails the run without failing a test.
    broken: nothingRan || numRuntimeErrorTestSuites > 0 || (code !== 0 && numFailedTests === 0),
    timedOut,
    firstFailure: results.find(({ status }) => status === 'failed')?.fullName,
    output,
    tookMs,
  };
}
