import { BILLING_MUTANTS } from './billing-mutants.ts';
import { CREDITS_MUTANTS } from './credits-mutants.ts';
import { runNode } from './child.ts';
import { runJest } from './jest.ts';
import { runMutants, type Mutant } from './mutants.ts';
import { SCHEDULING_MUTANTS } from './scheduling-mutants.ts';

const SEEDS = '1000';
const MONEY_SEEDS = '200';
const ROUNDS = 3;
const TESTS_WITHIN_MS = 30 * 60_000;
const BENCH_WITHIN_MS = 45 * 60_000;

export interface ProofDeps {
  root: string;
  /** Where reports go. */
  folder: string;
  /** Where a step may make things; outside the checkout, and empty. */
  scratch: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

/** One step of a proof: answers what it saw, in a line. Throws what does not hold. */
export interface Step {
  name: string;
  run(deps: ProofDeps): Promise<string>;
}

/** What can be proved, part by part. */
export const PARTS: Readonly<Record<string, readonly Step[]>> = {
  credits: [
    model('services/credits/test/domain'),
    service('services/credits/test/service'),
    mutants(CREDITS_MUTANTS),
    bench('credits'),
  ],
  billing: [
    model('services/billing/test/domain'),
    service('services/billing/test/service'),
    money('tests/money'),
    crashes(['purchase', 'refund', 'subscription'].map((story) => `tests/faults/${story}-crash.test.ts`)),
    mutants(BILLING_MUTANTS),
    bench('billing'),
  ],
  scheduling: [
    model('services/scheduling/test/domain'),
    service('services/scheduling/test/service'),
    crashes(['booking', 'reschedule', 'resolve'].map((story) => `tests/faults/${story}-crash.test.ts`)),
    mutants(SCHEDULING_MUTANTS),
    bench('scheduling'),
  ],
};

/** Random command sequences over the pure domain, many more of them than in `npm test`. */
function model(tests: string): Step {
  return {
    name: 'model',
    async run(deps) {
      const seeds = deps.env['PROOF_SEEDS'] ?? SEEDS;
      const passed = await passing(deps, tests, { PROOF_SEEDS: seeds });
      return `${passed} tests, ${seeds} seeds`;
    },
  };
}

/**
 * The tests on real servers: once with every race run as many times and a kill at every fault point, then again as `npm test` has
 * them, for what goes wrong only sometimes.
 */
function service(tests: string): Step {
  return {
    name: 'service',
    async run(deps) {
      const rounds = Number(deps.env['PROOF_ROUNDS'] ?? ROUNDS);
      if (!Number.isInteger(rounds) || rounds < 1) throw new Error('PROOF_ROUNDS is a number of rounds, at least 1');
      let passed = 0;
      for (let round = 1; round <= rounds; round += 1) {
        passed += await passing(deps, tests, { PROOF_ROUNDS: round === 1 ? String(rounds) : '1' });
        deps.say(`round ${round} of ${rounds} passed`);
      }
      return `${passed} tests in ${rounds} rounds`;
    },
  };
}

/** Random runs over real services, at whose end transactions, ledger and Stripe must agree. */
function money(tests: string): Step {
  return {
    name: 'money',
    async run(deps) {
      const seeds = deps.env['PROOF_SEEDS'] ?? MONEY_SEEDS;
      await passing(deps, tests, { PROOF_SEEDS: seeds });
      return `${seeds} seeds agree to the minor unit`;
    },
  };
}

/** A kill at every fault point of every story, in a whole system. */
function crashes(files: readonly string[]): Step {
  return {
    name: 'crashes',
    async run(deps) {
      let passed = 0;
      for (const file of files) passed += await passing(deps, file, { PROOF: 'all' });
      return `${passed} tests`;
    },
  };
}

function mutants(table: readonly Mutant[]): Step {
  return {
    name: 'mutants',
    async run(deps) {
      const chosen = table.filter(({ name }) => name.includes(deps.env['PROOF_MUTANTS'] ?? ''));
      if (chosen.length === 0) throw new Error('no mutant has such a name');
      const alive = await runMutants(chosen, deps);
      if (alive.length > 0) throw new Error(`${alive.length} of ${chosen.length} mutants\n  ${alive.join('\n  ')}`);
      return `${chosen.length} mutants, ${chosen.length} noticed`;
    },
  };
}

function bench(what: string): Step {
  return {
    name: 'bench',
    async run({ root, env }) {
      const args = ['--conditions=source', 'tests/bench/bench.ts', what];
      const { code } = await runNode({ args, cwd: root, env, withinMs: BENCH_WITHIN_MS, shown: true });
      if (code !== 0) throw new Error(`the bench ended with ${code ?? 'no exit code'}: below a bar, or broken`);
      return 'every bar is met';
    },
  };
}

/** Runs the tests of a folder. Answers how many passed; throws when not all did. */
async function passing(deps: ProofDeps, tests: string, more: Record<string, string>): Promise<number> {
  const { root, folder } = deps;
  const env = { ...deps.env, ...more };
  const name = tests.replaceAll('/', '-');
  const run = await runJest({
    checkout: root,
    tests: [tests],
    folder,
    name,
    env,
    workers: 2,
    withinMs: TESTS_WITHIN_MS,
  });
  if (run.timedOut) throw new Error(`${tests} did not end within ${TESTS_WITHIN_MS / 60_000} min\n${run.output}`);
  if (run.failed > 0 || run.broken) throw new Error(`${tests}: ${run.failed} failed\n${run.output}`);
  return run.passed;
}
