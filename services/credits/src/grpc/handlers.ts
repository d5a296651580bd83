import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import type { Deps } from '../operations/deps.ts';
import { getLot } from '../operations/get-lot.ts';
import { listBoughtLots } from '../operations/list-bought-lots.ts';
import { listLedger } from '../operations/list-ledger.ts';
import { adjustCredits, extendLot, grantByHand, voidLot } from '../operations/manual-credits.ts';
import { checkAvailability, getBalance, getStanding } from '../operations/read-account.ts';
import { revokeForRefund } from '../operations/refund-credits.ts';
import { releaseBooking } from '../operations/release-booking.ts';
import { reportRevenue } from '../operations/report-revenue.ts';
import { reserveCredits } from '../operations/reserve-credits.ts';
import { reverseUse } from '../operations/settle-booking.ts';
import { verifyPage } from '../operations/verify-accounts.ts';
import { bookingHandlers } from './booking-handlers.ts';
import {
  availabilityAnswer,
  balanceAnswer,
  boughtAnswer,
  findingAnswer,
  lotNow,
  movementAnswer,
  reservationAnswer,
  standingAnswer,
} from './answers.ts';
import {
  AdjustRequest,
  BalanceRequest,
  CheckAvailabilityRequest,
  ClientRequest,
  ExtendLotRequest,
  GetLotRequest,
  GrantByHandRequest,
  instantOf,
  LedgerPlace,
  ListBoughtLotsRequest,
  ListLedgerRequest,
  ReleaseRequest,
  ReportRevenueRequest,
  ReserveRequest,
  ReverseUseRequest,
  RevokeRequest,
  VerifyAccountsRequest,
  VoidLotRequest,
} from './requests.ts';

/** The methods of credits.proto: parse, operate, answer. */
export function handlers(deps: Deps): Handlers<'credits'> {
  return {
    ...bookingHandlers(deps),
    async getBalance(caller, request) {
      return balanceAnswer(await getBalance(deps, caller, parse(BalanceRequest, request)));
    },
    async checkAvailability(caller, request) {
      const { clientId, durationMinutes, bookingId, predecessorRevision, ...wish } = parse(
        CheckAvailabilityRequest,
        request,
      );
      const availability = await checkAvailability(deps, caller, {
        clientId,
        sessionType: wish.sessionType,
        scheduledStart: instantOf(wish.scheduledStart, '/scheduledStart'),
        ...(durationMinutes === 0 ? {} : { durationMinutes }),
        ...(predecessorRevision === 0 ? {} : { moved: { bookingId, revision: predecessorRevision } }),
        ...(wish.useFreeTrial === undefined ? {} : { useFreeTrial: wish.useFreeTrial }),
      });
      return availabilityAnswer(availability);
    },
    async reserve(caller, request) {
      const { scheduledStart, useFreeTrial, ...wish } = parse(ReserveRequest, request);
      const { bookingId, revision, clientId, sessionType } = wish;
      const { durationMinutes, deadlineSeconds, maximumOpenBookings, predecessorRevision } = wish;
      const reservation = await reserveCredits(deps, caller, {
        bookingId,
        revision,
        clientId,
        sessionType,
        durationMinutes,
        deadlineSeconds,
        maximumOpenBookings,
        predecessorRevision,
        scheduledStart: instantOf(scheduledStart, '/scheduledStart'),
        ...(useFreeTrial === undefined ? {} : { useFreeTrial }),
      });
      return reservationAnswer({ bookingId, revision }, reservation);
    },
    async release(caller, request) {
      return releaseBooking(deps, caller, parse(ReleaseRequest, request));
    },
    async listLedger(caller, request) {
      const { clientId, ...filter } = parse(ListLedgerRequest, request);
      const limit = pageLimit(request.page);
      const before = placeIn(LedgerPlace, request.page)?.before;
      const found = await listLedger(deps, caller, { clientId, filter, before, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, ({ sequence }) => ({ before: sequence }));
      return { movements: rows.map(movementAnswer), page };
    },
    async getStanding(caller, request) {
      const { clientId } = parse(ClientRequest, request);
      return { clientType: await getStanding(deps, caller, clientId) };
    },
    async reverseUse(caller, request) {
      const input = parse(ReverseUseRequest, request);
      return reverseUse(deps, caller, { ...input, cause: 'reversal' });
    },
    async getLot(caller, request) {
      return standingAnswer(await getLot(deps, caller, parse(GetLotRequest, request)));
    },
    async listBoughtLots(caller, request) {
      const { cursor } = parse(ListBoughtLotsRequest, request);
      const { lots, nextCursor } = await listBoughtLots(deps, caller, cursor);
      return { lots: lots.map(({ lot, clientId }) => boughtAnswer(lot, clientId)), nextCursor };
    },
    revoke: (caller, request) => revokeForRefund(deps, caller, parse(RevokeRequest, request)),
    async grantByHand(caller, request) {
      const { expiresAt, ...input } = parse(GrantByHandRequest, request);
      const expiry = expiresAt === undefined ? {} : { expiryDate: instantOf(expiresAt, '/expiresAt') };
      return lotNow(await grantByHand(deps, caller, { ...input, ...expiry }), deps.clock.now());
    },
    async adjust(caller, request) {
      return lotNow(await adjustCredits(deps, caller, parse(AdjustRequest, request)), deps.clock.now());
    },
    async voidLot(caller, request) {
      return lotNow(await voidLot(deps, caller, parse(VoidLotRequest, request)), deps.clock.now());
    },
    async extendLot(caller, request) {
      const { expiresAt, ...input } = parse(ExtendLotRequest, request);
      const expiryDate = instantOf(expiresAt, '/expiresAt');
      return lotNow(await extendLot(deps, caller, { ...input, expiryDate }), deps.clock.now());
    },
    async reportRevenue(caller, request) {
      const { from, to, timezone } = parse(ReportRevenueRequest, request);
      const span = { from: instantOf(from, '/from'), to: instantOf(to, '/to') };
      return reportRevenue(deps, caller, { ...span, timezone });
    },
    async verifyAccounts(caller, request) {
      const page = await verifyPage(deps, caller, parse(VerifyAccountsRequest, request));
      return { ...page, findings: page.findings.map(findingAnswer) };
    },
  };
}
