import { systemClock } from '@consult/runtime/clock';
import {
  type ConsultationRow,
  type Finding,
  groupBy,
  isConsultation,
  keyOf,
  type MovementRow,
  type Stack,
} from './stack.ts';

/** What became of a booking's credit, whoever paid: a lot or the trial. */
type End = 'reserved' | 'held' | 'moved' | 'used' | 'released';

interface Chain {
  tenantId: string;
  clientId: string;
  bookingId: string;
  revision: number;
  /** One, unless something is very wrong. */
  ends: End[];
  lotId: string;
  credits: number;
  /** Technical time; of a reservation nobody has confirmed yet. */
  deadline?: Date;
}

/** I2: one chain per consultation, in the state that its own state asks for; no chain without a consultation. */
export function checkBookings(stack: Stack): Finding[] {
  const { consultations } = stack;
  if (consultations === undefined || !stack.databases.has('credits')) return [];
  const chains = chainsOf(stack);
  const byBooking = groupBy(chains, ({ tenantId, bookingId }) => keyOf(tenantId, bookingId));
  const standing = new Map(consultations.filter(isConsultation).map((one) => [keyOf(one.tenantId, one._id), one]));
  return [
    ...[...standing.values()].flatMap((one) =>
      checkConsultation(one, byBooking.get(keyOf(one.tenantId, one._id)) ?? []),
    ),
    ...chains.flatMap((chain) => checkChain(chain, standing.get(keyOf(chain.tenantId, chain.bookingId)))),
  ];
}

function checkConsultation(consultation: ConsultationRow, chains: Chain[]): Finding[] {
  const { tenantId, consultationId, clientId, revision, status, billing } = consultation;
  const where = keyOf(tenantId, consultationId);
  const mine = chains.filter((chain) => chain.revision === revision);
  const [chain] = mine;
  if (chain === undefined || mine.length > 1) return [finding(where, `has ${mine.length} movement chains`)];
  const found: Finding[] = [];
  const wanted = endOf(status);
  if (chain.ends.length !== 1 || chain.ends[0] !== wanted)
    found.push(finding(where, `is ${status.current}, its credit is ${chain.ends.join(' and ')} instead of ${wanted}`));
  if (chain.clientId !== clientId) found.push(finding(where, `of client ${clientId} is paid by ${chain.clientId}`));
  if (chain.lotId !== billing.lotId || chain.credits !== billing.credits)
    found.push(
      finding(where, `says ${billing.credits} of lot ${billing.lotId}, its chain ${chain.credits} of ${chain.lotId}`),
    );
  return found;
}

function checkChain(chain: Chain, consultation: ConsultationRow | undefined): Finding[] {
  const where = keyOf(chain.tenantId, chain.clientId, chain.bookingId, chain.revision);
  if (chain.ends.length !== 1) return [finding(where, `has ended as ${chain.ends.join(' and ')}`)];
  const [end] = chain.ends;
  if (consultation !== undefined && chain.revision === consultation.revision) return [];
  if (end === 'released') return [];
  if (consultation !== undefined && chain.revision < consultation.revision)
    return end === 'moved' ? [] : [finding(where, `is ${end}, and a later revision stands`)];
  // Until its deadline a reservation may wait for its consultation, and after it for the fence.
  const now = systemClock().wallNow();
  if (end === 'reserved' && chain.deadline !== undefined && chain.deadline > now) return [];
  return [finding(where, `is ${end} without a consultation`)];
}

/** Where the credit must be, given the state of the session. */
function endOf({ current, creditEffect }: ConsultationRow['status']): End {
  switch (current) {
    case 'completed':
      // An admin may have given it back.
      return creditEffect === 'return' ? 'released' : 'used';
    case 'cancelled':
    case 'no_show':
      return creditEffect === 'return' ? 'released' : 'used';
    default:
      return 'held';
  }
}

function chainsOf({ accounts, movements }: Stack): Chain[] {
  return accounts.flatMap(({ tenantId, clientId, _id, bookings }) => {
    const rows = (movements.get(keyOf(tenantId, _id)) ?? []).filter(
      ({ bookingId, kind }) => bookingId !== '' && kind !== 'tombstone',
    );
    const groups = groupBy(rows, ({ bookingId, revision }) => `${bookingId}:${revision}`);
    for (const key of Object.keys(bookings)) if (!groups.has(key)) groups.set(key, []);
    return [...groups].map(([key, group]): Chain => {
      const open = bookings[key];
      const [first] = group;
      return {
        tenantId,
        clientId,
        bookingId: first?.bookingId ?? open?.bookingId ?? key,
        revision: first?.revision ?? open?.revision ?? 0,
        ends: [...(open ? [open.state] : []), ...endings(group)],
        lotId: first?.lotId ?? open?.payment.lotId ?? '',
        credits: first ? first.credits + (first.takesOver?.credits ?? 0) : (open?.payment.credits ?? 0),
        ...(open?.deadline === undefined ? {} : { deadline: open.deadline }),
      };
    });
  });
}

function endings(group: MovementRow[]): End[] {
  const kinds = new Set(group.map(({ kind }) => kind.replace('trial_', '')));
  if (kinds.has('moved')) return ['moved'];
  // What was used and came back is where the session's last word wants it.
  if (kinds.has('used_reversed') || kinds.has('reversed')) return ['released'];
  return (['used', 'released'] as const).filter((end) => kinds.has(end));
}

function finding(where: string, what: string): Finding {
  return { invariant: 'I2', where, what };
}
