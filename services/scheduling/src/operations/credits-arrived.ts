import type { DataOf } from '@consult/contracts/envelope';
import type { CreditsGranted } from '@consult/contracts/events/credits';
import type { Caller } from '@consult/runtime/caller';
import { type AppError, isAppError } from '@consult/runtime/errors';
import { findBooking } from '../store/consultations.ts';
import { CONSULTATIONS } from '../store/consultation-document.ts';
import { endHold } from '../store/holds.ts';
import { consultantNames } from '../store/consultants.ts';
import { convertHold } from './convert-hold.ts';
import type { Deps } from './deps.ts';
import { holdLapsedEvent } from './hold-events.ts';

/** How often a hold may change while it is told of as gone. */
const TELL_ATTEMPTS = 5;
/** Nobody's last word: it is tried again. */
const PASSING: ReadonlySet<string> = new Set(['dependency_unavailable', 'deadline_exceeded', 'conflict', 'internal']);

/**
 * Credits have arrived that a slot is held for: it becomes the booking, whether or not its client still looks. Where that cannot be
 * any more the client keeps the credits and is told, once. Refusals: those that pass, for the event to be tried again.
 */
export async function creditsArrived(
  deps: Deps,
  caller: Caller,
  { holdId, clientId }: Pick<DataOf<typeof CreditsGranted>, 'holdId' | 'clientId'>,
): Promise<void> {
  if (holdId === undefined) return;
  const refusal = await convert(deps, caller, { holdId, clientId });
  if (refusal === undefined) return;
  // Held again after it had lapsed: the credits are for that time all the same.
  const { holdId: newer } = refusal.details;
  const isOwnNewer = refusal.code === 'conflict' && typeof newer === 'string' && newer !== holdId;
  const last = isOwnNewer ? await convert(deps, caller, { holdId: newer, clientId }) : refusal;
  if (last === undefined) return;
  if (PASSING.has(last.code)) throw last;
  await giveUp(deps, caller, { holdId, clientId, last });
}

async function convert(
  deps: Deps,
  caller: Caller,
  held: { holdId: string; clientId: string },
): Promise<AppError | undefined> {
  try {
    await convertHold(deps, caller, held);
    return undefined;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

/** Ends the hold and tells its client, in one write. Nothing where it is not theirs, or was released or told of before. */
async function giveUp(
  deps: Deps,
  caller: Caller,
  { holdId, clientId, last }: { holdId: string; clientId: string; last: AppError },
): Promise<void> {
  const { tenantId } = caller;
  for (let attempt = 1; attempt <= TELL_ATTEMPTS; attempt += 1) {
    const found = await findBooking(deps.consultations, { tenantId, bookingId: holdId });
    if (found === undefined || found === 'tombstone' || 'status' in found || found.clientId !== clientId) return;
    if (found.hold.state === 'released' || found.hold.state === 'given_up') return;
    const names = await consultantNames(deps.consultants, tenantId, [found.consultantId]);
    const consultantName = names.get(found.consultantId) ?? '';
    const event = holdLapsedEvent(found, { consultantName, refusal: last.code, now: deps.clock.now() });
    // Where they have booked that very time themselves there is nothing to tell.
    const events = last.code === 'already_booked' ? [] : [event];
    if (!(await endHold(deps.consultations, found, 'given_up', events))) continue;
    deps.relay.nudge(CONSULTATIONS, tenantId, holdId, events);
    deps.logger.info({ holdId, code: last.code }, 'credits arrived, what was held is gone');
    return;
  }
  throw last;
}
