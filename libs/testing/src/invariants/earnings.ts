import { type ConsultationRow, type Finding, isConsultation, keyOf, type Stack } from './stack.ts';

/** I8: what a session's lines of earning add up to is what its state, or an admin's word on it, says. */
export function checkEarnings({ consultations = [] }: Stack): Finding[] {
  return consultations
    .filter((one) => isConsultation(one) && one.terms?.earning !== undefined)
    .flatMap(checkConsultation);
}

function checkConsultation(consultation: ConsultationRow): Finding[] {
  const { tenantId, consultationId, earnings = [], resolution, status } = consultation;
  const where = keyOf(tenantId, consultationId);
  const found: Finding[] = [];
  const sum = earnings.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const wanted = share(fullOf(consultation), percentOf(consultation));
  if (sum !== wanted) found.push(finding(where, `is ${status.current} and has earned ${sum} instead of ${wanted}`));
  if (new Set(earnings.map(({ id }) => id)).size !== earnings.length)
    found.push(finding(where, 'has a line of earning twice'));
  if (resolution !== undefined && resolution.credit !== (status.creditEffect ?? 'use'))
    found.push(finding(where, `was resolved as ${resolution.credit}, its credit is ${status.creditEffect ?? 'use'}`));
  return found;
}

function fullOf({ billing, terms }: ConsultationRow): number {
  const price = billing.method === 'free_trial' ? 0 : (billing.unitPriceMinor ?? 0) * billing.credits;
  const { consultantSharePercent = 100, promotionalEarningMinor = 0 } = terms?.earning ?? {};
  return price > 0 ? share(price, consultantSharePercent) : promotionalEarningMinor;
}

function percentOf({ status, resolution, terms }: ConsultationRow): number {
  if (resolution !== undefined) return resolution.earningPercent;
  switch (status.current) {
    case 'completed':
      return 100;
    case 'no_show':
      return status.who === 'client' ? 100 : 0;
    case 'cancelled':
      return status.creditEffect === 'use' ? (terms?.lateCancelEarningPercent ?? 0) : 0;
    default:
      return 0;
  }
}

function share(amountMinor: number, percent: number): number {
  return Math.floor((amountMinor * percent) / 100);
}

function finding(where: string, what: string): Finding {
  return { invariant: 'I8', where, what };
}
