import { refuse } from '@consult/runtime/errors';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import type { Deps } from '../operations/deps.ts';
import { listLedger } from '../operations/list-ledger.ts';
import { checkAvailability, getBalance, getStanding } from '../operations/read-account.ts';
import { releaseBooking } from '../operations/release-booking.ts';
import { reserveCredits } from '../operations/reserve-credits.ts';
import { availabilityAnswer, balanceAnswer, movementAnswer, reservationAnswer } from './answers.ts';
import {
  CheckAvailabilityRequest,
  ClientRequest,
  instantOf,
  LedgerPlace,
  ListLedgerRequest,
  ReleaseRequest,
  ReserveRequest,
} from './requests.ts';

/** The methods of credits.proto: parse, operate, answer. */
export function handlers(deps: Deps): Handlers<'credits'> {
  return {
    async getBalance(caller, request) {
      const { clientId } = parse(ClientRequest, request);
      return balanceAnswer(await getBalance(deps, caller, clientId));
    },
    async checkAvailability(caller, request) {
      const { clientId, durationMinutes, ...wish } = parse(CheckAvailabilityRequest, request);
      const { payer, balance } = await checkAvailability(deps, caller, {
        clientId,
        sessionType: wish.sessionType,
        scheduledStart: instantOf(wish.scheduledStart, '/scheduledStart'),
        ...(durationMinutes === 0 ? {} : { durationMinutes }),
        ...(wish.useFreeTrial === undefined ? {} : { useFreeTrial: wish.useFreeTrial }),
      });
      return availabilityAnswer(payer, balance);
    },
    async reserve(caller, request) {
      const { scheduledStart, useFreeTrial, ...wish } = parse(ReserveRequest, request);
      const { bookingId, revision, clientId, sessionType } = wish;
      const { durationMinutes, deadlineSeconds, maximumOpenBookings } = wish;
      const reservation = await reserveCredits(deps, caller, {
        bookingId,
        revision,
        clientId,
        sessionType,
        durationMinutes,
        deadlineSeconds,
        maximumOpenBookings,
        scheduledStart: instantOf(scheduledStart, '/scheduledStart'),
        ...(useFreeTrial === undefined ? {} : { useFreeTrial }),
      });
      return reservationAnswer({ bookingId, revision }, reservation);
    },
    async release(caller, request) {
      const { bookingId, revision, clientId, reason, forfeit } = parse(ReleaseRequest, request);
      return releaseBooking(deps, caller, { bookingId, revision, clientId, reason, forfeit });
    },
    async listLedger(caller, request) {
      const { clientId, lotId } = parse(ListLedgerRequest, request);
      const limit = pageLimit(request.page);
      const before = placeIn(LedgerPlace, request.page)?.before;
      const found = await listLedger(deps, caller, { clientId, lotId, before, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, ({ sequence }) => ({ before: sequence }));
      return { movements: rows.map(movementAnswer), page };
    },
    async getStanding(caller, request) {
      const { clientId } = parse(ClientRequest, request);
      return { clientType: await getStanding(deps, caller, clientId) };
    },
    reverseUse: async () => refuse('not_built'),
    getLot: async () => refuse('not_built'),
    revoke: async () => refuse('not_built'),
    grantByHand: async () => refuse('not_built'),
    adjust: async () => refuse('not_built'),
    voidLot: async () => refuse('not_built'),
    extendLot: async () => refuse('not_built'),
    verifyAccounts: async () => refuse('not_built'),
  };
}
