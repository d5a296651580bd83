import { Id } from '@consult/contracts/primitives';
import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import type { Deps } from '../operations/deps.ts';
import { holdSlot } from '../operations/hold-slot.ts';
import { releaseHold } from '../operations/release-hold.ts';
import { toBooking } from './booking-requests.ts';

const ReleaseInput = Type.Object({ holdId: Id });

/** Slots kept while their buyers pay. */
export function holdHandlers(deps: Deps) {
  return {
    async holdSlot(caller, request) {
      const { _id: holdId, hold } = await holdSlot(deps, caller, toBooking(request));
      return { holdId, expiresAt: hold.expiresAt.toISOString() };
    },
    async releaseHold(caller, request) {
      const { holdId } = parse(ReleaseInput, request);
      await releaseHold(deps, caller, holdId);
      return {};
    },
  } satisfies Partial<Handlers<'scheduling'>>;
}
