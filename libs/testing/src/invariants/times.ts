import { type ConsultationRow, type Finding, groupBy, keyOf, type Stack } from './stack.ts';

const MINUTE_MS = 60_000;
const CELL_MINUTES = 5;

interface Span {
  consultation: ConsultationRow;
  /** Epoch minutes, half-open. */
  from: number;
  to: number;
}

/** I3: no consultant has two sessions at once, buffers included; no client either where the tenant forbids it. */
export function checkTimes({ consultations = [] }: Stack): Finding[] {
  const standing = consultations.filter(keepsItsTime);
  const given = consultations.filter((one) => !keepsItsTime(one));
  const byConsultant = groupBy(standing, ({ tenantId, consultantId }) => keyOf(tenantId, consultantId));
  const exclusive = standing.filter(({ clientCells }) => clientCells !== undefined);
  const byClient = groupBy(exclusive, ({ tenantId, clientId }) => keyOf(tenantId, clientId));
  return [
    ...standing.flatMap(checkCells),
    ...given
      .filter((one) => one.active || one.consultantCells || one.clientCells)
      .map((one) => finding(one, 'keeps the time it gave up')),
    ...[...byConsultant.values()].flatMap((rows) => overlaps(rows.map(busySpan), 'its consultant')),
    ...[...byClient.values()].flatMap((rows) => overlaps(rows.map(sessionSpan), 'its client')),
  ];
}

/** The cells are what refuses a double booking, so they must say the same as the times. */
function checkCells(consultation: ConsultationRow): Finding[] {
  const session = sessionSpan(consultation);
  const busy = busySpan(consultation);
  const found: Finding[] = [];
  if (!consultation.active) found.push(finding(consultation, 'stands but is not marked active'));
  if (busy.from > session.from || busy.to < session.to)
    found.push(finding(consultation, 'is longer than the time it keeps'));
  if (!sameCells(consultation.consultantCells, busy))
    found.push(finding(consultation, 'has other consultant cells than its time'));
  if (consultation.clientCells && !sameCells(consultation.clientCells, session))
    found.push(finding(consultation, 'has other client cells than its time'));
  return found;
}

function sameCells(cells: number[] | undefined, { from, to }: Span): boolean {
  const first = Math.floor(from / CELL_MINUTES);
  const count = Math.ceil(to / CELL_MINUTES) - first;
  return cells !== undefined && cells.length === count && cells.every((cell, index) => cell === first + index);
}

function overlaps(spans: Span[], whose: string): Finding[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const found: Finding[] = [];
  let last: Span | undefined;
  for (const span of sorted) {
    if (last !== undefined && span.from < last.to)
      found.push(finding(span.consultation, `overlaps ${last.consultation.consultationId} of ${whose}`));
    if (last === undefined || span.to > last.to) last = span;
  }
  return found;
}

function busySpan(consultation: ConsultationRow): Span {
  const session = sessionSpan(consultation);
  return { consultation, from: consultation.busyFrom ?? session.from, to: consultation.busyTo ?? session.to };
}

function sessionSpan(consultation: ConsultationRow): Span {
  const { scheduledStart, scheduledEnd } = consultation;
  return { consultation, from: scheduledStart.getTime() / MINUTE_MS, to: scheduledEnd.getTime() / MINUTE_MS };
}

/** A slot hold does while it is open, over or not; a session unless it was given up. */
function keepsItsTime({ tombstone, hold, status }: ConsultationRow): boolean {
  if (tombstone) return false;
  if (hold !== undefined) return hold.state === 'open';
  return status.current !== 'cancelled' && status.current !== 'no_show';
}

function finding({ tenantId, consultationId, _id }: ConsultationRow, what: string): Finding {
  return { invariant: 'I3', where: keyOf(tenantId, consultationId ?? _id), what };
}
