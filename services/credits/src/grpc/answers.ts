import type { Balance } from '@consult/contracts/grpc/gen/consult/credits/v1/Balance';
import type { CheckAvailabilityResponse } from '@consult/contracts/grpc/gen/consult/credits/v1/CheckAvailabilityResponse';
import type { Lot } from '@consult/contracts/grpc/gen/consult/credits/v1/Lot';
import type { Movement as MovementAnswer } from '@consult/contracts/grpc/gen/consult/credits/v1/Movement';
import type { Reservation as ReservationAnswer } from '@consult/contracts/grpc/gen/consult/credits/v1/Reservation';
import type { BalanceView, LotView } from '../domain/balance.ts';
import type { Movement } from '../domain/movement.ts';
import type { Payer } from '../domain/payer.ts';
import type { Reservation } from '../domain/reserve.ts';

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

function lotAnswer({ lot, creditsUsed, creditsRemaining, status }: LotView): Lot {
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

/** Who would pay, or why nobody can. */
export function availabilityAnswer(payer: Payer, balance: number): CheckAvailabilityResponse {
  switch (payer.by) {
    case 'nobody':
      return { payable: false, why: payer.why, balance };
    case 'free_trial':
      return { payable: true, method: 'free_trial', durationMinutes: payer.minutes, availableAfter: balance, balance };
    case 'lot': {
      const { lot, credits, minutes } = payer;
      const method = lot.unlimited ? 'unlimited' : 'credits';
      const paid = { lotId: lot.lotId, credits, durationMinutes: minutes };
      return { payable: true, method, ...paid, availableAfter: balance - credits, balance };
    }
  }
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
  return { movementId, kind, lotId, credits, at: at.toISOString(), cause, bookingId, transactionId, actor, reason };
}
