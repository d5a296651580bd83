import Type from 'typebox';
import { StripeError } from './errors.ts';

const FAULTS_MAX = 20;
const TIMES_MAX = 1_000;
const DELAY_MAX_MS = 60_000;
const Text = Type.String({ maxLength: 500 });
const Count = Type.Integer({ minimum: 0, maximum: TIMES_MAX });

const Fault = Type.Object(
  {
    method: Type.Optional(Type.Enum(['GET', 'POST', 'DELETE'])),
    /** The beginning of the address, part by part; a star stands for any part. */
    path: Type.String({ pattern: '^/v1/[\\w/*]{0,200}$' }),
    /** How many calls go wrong (1): then the fault is gone. */
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: TIMES_MAX })),
    /** Calls that go right before the first one goes wrong (0). */
    skip: Type.Optional(Count),
    /** Before the work, so that nothing is done; or after it, so that it is done and the caller does not hear of it. */
    when: Type.Optional(Type.Enum(['before', 'after'])),
    /** An error (the default), nothing at all, or what is right but late. */
    answer: Type.Optional(Type.Enum(['error', 'nothing', 'late'])),
    delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: DELAY_MAX_MS })),
    /** Of the error (500). */
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    /** What Stripe puts under `error`. */
    error: Type.Optional(
      Type.Object(
        {
          type: Type.Enum(['api_error', 'card_error', 'invalid_request_error', 'idempotency_error']),
          message: Type.Optional(Text),
          code: Type.Optional(Text),
          decline_code: Type.Optional(Text),
          param: Type.Optional(Text),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
/** How calls to the API go wrong, for tests. */
export type Fault = Type.Static<typeof Fault>;
export const Faults = Type.Array(Fault, { maxItems: FAULTS_MAX });

/** The faults that are still to happen. In memory: after a restart everything works. */
export interface FaultPlan {
  left(): Fault[];
  /** In place of those that were planned before. */
  plan(faults: readonly Fault[]): void;
  /** The fault of this call, which uses it up. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaultPlan(): FaultPlan {
  let faults: (Fault & { skip: number; times: number })[] = [];
  return {
    left: () => faults.map((fault) => ({ ...fault })),
    plan(next) {
      faults = next.map((fault) => ({ ...fault, skip: fault.skip ?? 0, times: fault.times ?? 1 }));
    },
    take(method, path) {
      const fault = faults.find((each) => isMeant(each, method, path));
      if (fault === undefined) return undefined;
      if (fault.skip > 0) {
        fault.skip -= 1;
        return undefined;
      }
      fault.times -= 1;
      faults = faults.filter(({ times }) => times > 0);
      return { ...fault };
    },
  };
}

/** What a call that goes wrong is answered with. */
export function faultError({ status = 500, error }: Fault): StripeError {
  const { type = 'api_error', message = 'The sandbox was told to fail.', ...more } = error ?? {};
  return new StripeError(status, { type, message, ...more }, false);
}

function isMeant(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  const parts = path.split('/');
  return fault.path.split('/').every((part, index) => part === '*' || part === '' || part === parts[index]);
}
