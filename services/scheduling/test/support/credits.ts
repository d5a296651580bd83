import { AppError } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { type StandIn, startStandIn } from '@consult/testing/stand-in';

type ReserveRequest = Parameters<Handlers<'credits'>['reserve']>[1];
type ReleaseRequest = Parameters<Handlers<'credits'>['release']>[1];
type ReverseRequest = Parameters<Handlers<'credits'>['reverseUse']>[1];
type CheckAnswer = Awaited<ReturnType<Handlers<'credits'>['checkAvailability']>>;

/** Stands in for credits: real gRPC, as many credits as a test gives, and a record of what was asked. */
export interface CreditsStandIn extends StandIn {
  reserved: ReserveRequest[];
  released: ReleaseRequest[];
  reversed: ReverseRequest[];
  /** Throws instead of reversing, when set. */
  reverseFailsWith: AppError | undefined;
  /** Of the lot that pays. */
  unitPriceMinor: number;
  /** What checkAvailability answers; by default one credit of lot-1. */
  check: CheckAnswer;
  /** Awaited before each answer of checkAvailability. */
  beforeCheck: () => Promise<void>;
  /** Awaited inside each reserve, after it was noted. */
  beforeReserve: (request: ReserveRequest) => Promise<void>;
  /** Throws instead of reserving, when set. */
  refuseWith: AppError | undefined;
  method: 'credits' | 'free_trial';
  /** What a session of this many minutes costs. */
  costOf: (minutes: number) => number;
  /** Gives a booking's credits up for good, as credits does after a fence. */
  giveUp(bookingId: string): void;
}

/** Each revision of a booking is reserved and given back by itself. */
const chain = ({ bookingId, revision }: { bookingId: string; revision: number }) => `${bookingId}:${revision}`;

const PAYABLE: CheckAnswer = {
  payable: true,
  method: 'credits',
  lotId: 'lot-1',
  credits: 1,
  durationMinutes: 0,
  availableAfter: 2,
  why: [],
  balance: 3,
};

export async function startCredits(options: { callTokenSecret: string; logger: Logger }): Promise<CreditsStandIn> {
  const closed = new Set<string>();
  const server = await startStandIn('credits', options, {
    checkAvailability: async (_caller, { bookingId, predecessorRevision: revision }) => {
      await standIn.beforeCheck();
      // As credits does: what the asked session has set aside counts as there.
      const isOwn = standIn.reserved.some((one) => one.bookingId === bookingId && one.revision === revision);
      return isOwn && standIn.check.payable !== true ? PAYABLE : standIn.check;
    },
    reserve: async (_caller, request) => {
      standIn.reserved.push(request);
      await standIn.beforeReserve(request);
      if (standIn.refuseWith) throw standIn.refuseWith;
      const { bookingId, revision, useFreeTrial } = request;
      // As credits does: what was given up once is never taken again.
      if (closed.has(chain(request))) throw new AppError('invalid_transition', { from: 'released', allowed: [] });
      const trial = useFreeTrial === true || standIn.method === 'free_trial';
      return trial
        ? { bookingId, revision, method: 'free_trial', credits: 0 }
        : {
            bookingId,
            revision,
            method: 'credits',
            credits: standIn.costOf(request.durationMinutes),
            lotId: 'lot-1',
            transactionId: 'TXN-1',
            currency: 'USD',
            unitPriceMinor: standIn.unitPriceMinor,
          };
    },
    reverseUse: async (_caller, request) => {
      standIn.reversed.push(request);
      if (standIn.reverseFailsWith) throw standIn.reverseFailsWith;
      return { outcome: 'released', credits: 1 };
    },
    release: async (_caller, request) => {
      standIn.released.push(request);
      closed.add(chain(request));
      return { outcome: request.forfeit ? 'used' : 'released', credits: 1 };
    },
  });
  const standIn: CreditsStandIn = {
    ...server,
    reserved: [],
    released: [],
    reversed: [],
    reverseFailsWith: undefined,
    unitPriceMinor: 0,
    check: PAYABLE,
    beforeCheck: async () => {},
    beforeReserve: async () => {},
    refuseWith: undefined,
    method: 'credits',
    costOf: () => 1,
    giveUp: (bookingId) => {
      closed.add(chain({ bookingId, revision: 1 }));
    },
  };
  return standIn;
}

/** Puts everything back, so that one test does not see another's. */
export function resetCredits(standIn: CreditsStandIn): void {
  standIn.reserved.length = 0;
  standIn.released.length = 0;
  standIn.reversed.length = 0;
  Object.assign(standIn, { reverseFailsWith: undefined, unitPriceMinor: 0 });
  const nothing = async () => {};
  Object.assign(standIn, { check: PAYABLE, refuseWith: undefined, method: 'credits', costOf: () => 1 });
  Object.assign(standIn, { beforeCheck: nothing, beforeReserve: nothing });
}
