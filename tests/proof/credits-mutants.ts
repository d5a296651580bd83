import type { Mutant } from './mutants.ts';

const DELIVERY = ['libs/messaging/test/consumer.test.ts'];

/** Each is a fault that would cost somebody credits, or give them away. */
export const CREDITS_MUTANTS: readonly Mutant[] = [
  {
    name: 'a message is acknowledged before its effect is there',
    file: 'libs/messaging/src/delivery.ts',
    find: 'await within(HANDLER_LIMIT_MS, run(deps.service, handler, event));',
    replace: 'void within(HANDLER_LIMIT_MS, run(deps.service, handler, event)).catch(() => undefined);',
    tests: DELIVERY,
  },
];
