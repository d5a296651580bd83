import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyCheckout } from './checkout.ts';
import { runJest, type TestRun } from './jest.ts';

/** Copies that work side by side: two cores. */
const LANES = 2;
const BASELINE_WITHIN_MS = 300_000;
/** A mutant may make its tests wait for what never comes. */
const SLOWER_TIMES = 4;
const SLOWER_MS = 60_000;
/** Of what jest says about code that cannot be loaded. */
const BROKEN_LINES = 12;

/** One fault, put in by a script, that the named tests must notice. */
export interface Mutant {
  /** What is broken, in words. */
  name: string;
  file: string;
  /** Occurs exactly once in the file. */
  find: string;
  replace: string;
  /** Test files; one of them must fail. */
  tests: readonly string[];
}

interface Outcome {
  mutant: Mutant;
  state: 'killed' | 'survived' | 'broken';
}

/** What keeps a table from being carried out: texts that are not there, or not only once. Empty when it can be. */
export function faultsOf(mutants: readonly Mutant[], root: string): string[] {
  return mutants.flatMap(({ name, file, find, replace }) => {
    const count = readFileSync(join(root, file), 'utf8').split(find).length - 1;
    if (count !== 1) return [`"${name}": its text occurs ${count} times in ${file}, not once`];
    return find === replace ? [`"${name}" changes nothing`] : [];
  });
}

/**
 * Puts one mutant after the other into a copy of the checkout and runs its tests there; first the same tests without any.
 * Throws when the table cannot be carried out or the tests fail without a mutant. Answers one line per mutant that was not
 * noticed.
 */
export async function runMutants(
  mutants: readonly Mutant[],
  options: {
    root: string;
    /** Where the copies go; must be empty. */
    scratch: string;
    env: NodeJS.ProcessEnv;
    say: (line: string) => void;
  },
): Promise<string[]> {
  const { root, scratch, env, say } = options;
  const faults = faultsOf(mutants, root);
  if (faults.length > 0) throw new Error(`the table of mutants does not fit the code:\n  ${faults.join('\n  ')}`);
  const lanes = Array.from({ length: LANES }, (_, index) => join(scratch, `lane-${index}`));
  for (const lane of lanes) copyCheckout(root, lane);
  const run = (lane: string, tests: readonly string[], withinMs: number): Promise<TestRun> =>
    runJest({ checkout: lane, tests, folder: lane, name: 'report', env, workers: 1, withinMs });

  const usualMs = new Map<string, number>();
  const files = [...new Set(mutants.flatMap(({ tests }) => tests))];
  say(`${files.length} test files without a mutant`);
  await inLanes(lanes, files, async (lane, file) => {
    const plain = await run(lane, [file], BASELINE_WITHIN_MS);
    if (plain.failed > 0 || plain.broken || plain.timedOut)
      throw new Error(`${file} fails without any mutant: ${plain.firstFailure ?? ''}\n${plain.output}`);
    usualMs.set(file, plain.tookMs);
  });

  const outcomes: Outcome[] = [];
  await inLanes(lanes, mutants, async (lane, mutant) => {
    const usual = mutant.tests.reduce((sum, file) => sum + (usualMs.get(file) ?? 0), 0);
    const outcome = await withMutant(lane, mutant, () => run(lane, mutant.tests, usual * SLOWER_TIMES + SLOWER_MS));
    outcomes.push({ mutant, state: stateOf(outcome) });
    say(lineOf(mutant, outcome));
  });
  const alive = outcomes.filter(({ state }) => state !== 'killed');
  return alive.map(({ mutant, state }) => `${state}: ${mutant.name} (${mutant.file})`);
}

/** Each lane takes the next thing when it is done with the last. After a failure none takes another; it is thrown when all are done. */
async function inLanes<T>(
  lanes: readonly string[],
  things: readonly T[],
  work: (lane: string, thing: T) => Promise<void>,
): Promise<void> {
  const queue = [...things];
  const failures: unknown[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await work(lane, next).catch((error: unknown) => {
          queue.length = 0;
          failures.push(error);
        });
    }),
  );
  if (failures.length > 0) throw failures[0];
}

async function withMutant<T>(lane: string, { file, find, replace }: Mutant, work: () => Promise<T>): Promise<T> {
  const path = join(lane, file);
  const whole = readFileSync(path, 'utf8');
  // As a function: a `$` in the text means nothing.
  writeFileSync(
    path,
    whole.replace(find, () => replace),
  );
  try {
    return await work();
  } finally {
    writeFileSync(path, whole);
  }
}

/** What cannot even be loaded was noticed by nobody's test. */
function stateOf({ failed, broken, timedOut }: TestRun): Outcome['state'] {
  if (failed > 0 || timedOut) return 'killed';
  return broken ? 'broken' : 'survived';
}

function lineOf({ name }: Mutant, run: TestRun): string {
  const seconds = Math.round(run.tookMs / 1_000);
  switch (stateOf(run)) {
    case 'killed':
      return `✓ ${name}: noticed in ${seconds} s by ${run.firstFailure === undefined ? 'tests that never end' : `"${run.firstFailure}"`}`;
    case 'survived':
      return `✗ ${name}: SURVIVED (${run.passed} tests passed)`;
    case 'broken':
      return `✗ ${name}: its code cannot be loaded\n${run.output.split('\n').slice(0, BROKEN_LINES).join('\n')}`;
  }
}
