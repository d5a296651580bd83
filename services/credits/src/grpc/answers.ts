import type { Balance } from '@consult/contracts/grpc/gen/consult/credits/v1/Balance';
import type { CheckAvailabilityResponse } from '@consult/contracts/grpc/gen/consult/credits/v1/CheckAvailabilityResponse';
import type { AccountFinding } from '@consult/contracts/grpc/gen/consult/credits/v1/AccountFinding';
import type { BoughtLot } from '@consult/contracts/grpc/gen/consult/credits/v1/BoughtLot';
import type { Lot as LotAnswer } from '@consult/contracts/grpc/gen/consult/credits/v1/Lot';
import type { LotStanding } from '@consult/contracts/grpc/gen/consult/credits/v1/LotStanding';
import type { Movement as MovementAnswer } from '@consult/contracts/grpc/gen/consult/credits/v1/Movement';
import type { Reservation as ReservationAnswer } from '@consult/contracts/grpc/gen/consult/credits/v1/Reservation';
import { type BalanceView, type LotView, viewOf } from '../domain/balance.ts';
import { isFrozen, type Lot } from '../domain/lot.ts';
import type { Movement } from '../domain/movement.ts';
import type { Offer } from '../domain/payer.ts';
import type { Reservation } from '../domain/reserve.ts';
import type { Availability } from '../operations/read-account.ts';
import type { PaidLot } from '../operations/get-lot.ts';
import type { Finding } from '../operations/verify-accounts.ts';

/** A balance in the shape of the public JSON. */
export function balanceAnswer(view: BalanceView): Balance {
  const { eligible, used, usedAt, expiresAt } = view.freeTrial;
  return {
    availableCredits: view.availableCredits,
    unlimited: view.unlimited,
    freeTrial: {
      eligible,
      used,
      ...(usedAt === undefined ? {} : { usedAt: usedAt.toISOString() }),
      ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    },
    activeCredits: view.activeCredits.map(lotAnswer),
    lifetime: view.lifetime,
    credits: view.credits.map(lotAnswer),
  };
}

/** A lot as its owner sees it now. */
export function lotNow(lot: Lot, now: Date): LotAnswer {
  return lotAnswer(viewOf(lot, now));
}

function lotAnswer({ lot, creditsUsed, creditsRemaining, status }: LotView): LotAnswer {
  const { lotId, transactionId, packageId, packageName, unlimited, source, unitPriceMinor, currency } = lot;
  return {
    lotId,
    packageId,
    packageName,
    unlimited,
    source,
    unitPriceMinor,
    currency,
    billingId: transactionId,
    creditsAdded: lot.added,
    creditsUsed,
    creditsRemaining,
    status,
    purchaseDate: lot.purchaseDate.toISOString(),
    expiryDate: lot.expiryDate.toISOString(),
  };
}

/** Who would pay, which other lots could, or why nobody can. */
export function availabilityAnswer({ quote, balance, setAside }: Availability): CheckAvailabilityResponse {
  const { payer, offers } = quote;
  const before = balance + setAside;
  switch (payer.by) {
    case 'nobody':
      return { payable: false, why: payer.why, balance };
    case 'free_trial':
      return { payable: true, method: 'free_trial', durationMinutes: payer.minutes, availableAfter: before, balance };
    case 'lot': {
      const { lot, credits, minutes } = payer;
      const method = lot.unlimited ? 'unlimited' : 'credits';
      const paid = { lotId: lot.lotId, credits, durationMinutes: minutes, offers: offers.map(offerAnswer) };
      return { payable: true, method, ...paid, availableAfter: before - credits, balance };
    }
  }
}

function offerAnswer({ lot, credits, remainingAfter }: Offer) {
  const { lotId, packageName, expiryDate } = lot;
  return { lotId, packageName, credits, remainingAfter, expiryDate: expiryDate.toISOString() };
}

/** Where all credits of a lot are, and what was paid for it. */
export function standingAnswer({ lot, rolledRemaining, rolledRevoked }: PaidLot): LotStanding {
  const { lotId, packageId, added, remaining, reserved, held, used, expired, revoked } = lot;
  const { paidMinor, currency, unlimited, effectiveAt, expiryDate } = lot;
  return {
    lotId,
    packageId,
    added,
    remaining,
    reserved,
    held,
    used,
    expired,
    revoked,
    paidMinor,
    currency,
    unlimited,
    frozen: isFrozen(lot),
    effectiveAt: effectiveAt.toISOString(),
    expiryDate: expiryDate.toISOString(),
    rolledRemaining,
    rolledRevoked,
    refundIds: (lot.refunds ?? []).filter(({ failed }) => !failed).map(({ refundId }) => refundId),
  };
}

/** A lot as billing compares it with its transaction. */
export function boughtAnswer({ lotId, transactionId, paidMinor, currency }: Lot, clientId: string): BoughtLot {
  return { lotId, transactionId, clientId, paidMinor, currency };
}

/** An account that differs from its movements. */
export function findingAnswer({ differences, ...finding }: Finding): AccountFinding {
  const told = differences.map(({ what, account, movements }) => ({
    what,
    account: JSON.stringify(account) ?? '',
    movements: JSON.stringify(movements) ?? '',
  }));
  return { ...finding, differences: told };
}

/** What was set aside, and what the booking records about who pays. */
export function reservationAnswer(
  { bookingId, revision }: { bookingId: string; revision: number },
  { payment, lot, availableAfter }: Reservation,
): ReservationAnswer {
  const answer = { bookingId, revision, method: payment.method, availableAfter };
  if (payment.method === 'free_trial' || lot === undefined) return answer;
  const { lotId, transactionId, packageId, unitPriceMinor, currency } = lot;
  return { ...answer, credits: payment.credits, lotId, transactionId, packageId, unitPriceMinor, currency };
}

/** One line of the ledger as its owner sees it. */
export function movementAnswer(movement: Movement): MovementAnswer {
  const { movementId, kind, lotId, credits, at, cause, bookingId, transactionId, actor, reason } = movement;
  const until = movement.until ?? movement.graceUntil;
  const line = {
    movementId,
    kind,
    lotId,
    credits,
    at: at.toISOString(),
    cause,
    bookingId,
    transactionId,
    actor,
    reason,
  };
  return until === undefined ? line : { ...line, until: until.toISOString() };
}
