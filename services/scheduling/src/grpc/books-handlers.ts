import { Id, Instant } from '@consult/contracts/primitives';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import type { Consultation } from '../domain/consultation.ts';
import type { Deps } from '../operations/deps.ts';
import { moneyState } from '../operations/fence.ts';
import { getBookings, listBookings } from '../operations/list-bookings.ts';
import { checkInstants, instantOf } from './instants.ts';
import { given } from './types.ts';

/** Each of a page is compared with its credits. */
const BOOKINGS_MAX = 100;
const ListBookingsRequest = Type.Object({
  since: Type.Union([Type.Literal(''), Instant]),
  changedBefore: Instant,
  cursor: Type.String({ maxLength: 400 }),
});
const GetBookingsRequest = Type.Object({ bookingIds: Type.Array(Id, { maxItems: BOOKINGS_MAX }) });

/** Sessions as the books see them: whose they are, and what has to become of their credits. */
export function booksHandlers(deps: Deps): Pick<Handlers<'scheduling'>, 'listBookings' | 'getBookings'> {
  return {
    async listBookings(caller, request) {
      const { cursor, changedBefore, ...asked } = parse(ListBookingsRequest, request);
      const since = given(asked.since);
      checkInstants({ '/since': since, '/changedBefore': changedBefore });
      const { limit, place } = timePage({ limit: BOOKINGS_MAX, cursor });
      const span = {
        since: since === undefined ? undefined : instantOf(since),
        changedBefore: instantOf(changedBefore),
      };
      const found = await listBookings(deps, caller, span, { limit: limit + 1, place });
      const { rows, page } = pageOf(found, limit, ({ consultation: { scheduledStart, _id } }) => ({
        at: scheduledStart,
        _id,
      }));
      const settled = rows.filter(({ isSettled }) => isSettled);
      return {
        bookings: settled.map(({ consultation }) => bookingState(consultation)),
        nextCursor: page.nextCursor ?? '',
      };
    },
    async getBookings(caller, request) {
      const { bookingIds } = parse(GetBookingsRequest, request);
      return { bookings: (await getBookings(deps, caller, bookingIds)).map(bookingState) };
    },
  };
}

function bookingState(consultation: Consultation) {
  const { _id: bookingId, consultationId, revision, clientId, billing } = consultation;
  const { method, credits } = billing;
  return { bookingId, consultationId, revision, clientId, method, credits, state: moneyState(consultation) };
}
