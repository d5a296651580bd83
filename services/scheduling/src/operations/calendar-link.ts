import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import type { Consultation } from '../domain/consultation.ts';
import { deleteCalendarLink, findCalendarLink, putCalendarLink } from '../store/calendar-links.ts';
import { consultantNames, findConsultant } from '../store/consultants.ts';
import { sessionsNear } from '../store/after-session-queries.ts';
import { personNames } from '../store/projections.ts';
import { requireRole } from './access.ts';
import { calendarOf } from './calendar-feed.ts';
import type { Deps } from './deps.ts';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const PAST_MS = 30 * 86_400_000;
/** A feed is one answer, however many sessions there are. */
const ENTRIES_MAX = 500;

/** A new secret for the feed of the caller's own sessions. The one before it is dead at once. Refusals: forbidden. */
export async function rotateCalendarLink(
  deps: Pick<Deps, 'calendarLinks' | 'clock'>,
  caller: Caller,
): Promise<{ token: string }> {
  const key = ownLink(caller);
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const link = { ...key, userId: caller.userId, tokenHash: hashOf(token), createdAt: deps.clock.now() };
  await putCalendarLink(deps.calendarLinks, link);
  return { token };
}

/** Revokes the caller's link; without one, nothing. Refusals: forbidden. */
export async function revokeCalendarLink(deps: Pick<Deps, 'calendarLinks'>, caller: Caller): Promise<void> {
  await deleteCalendarLink(deps.calendarLinks, ownLink(caller));
}

/**
 * The calendar behind a secret: the next 500 sessions of its person, as client or consultant, and where there are fewer the latest
 * ones of the past 30 days. Who is no consultant any more sees none of the sessions they had as one.
 * Refusals: not_found, for what is no secret and for what was one.
 */
export async function readCalendar(
  deps: Pick<Deps, 'calendarLinks' | 'consultations' | 'consultants' | 'people' | 'clock'>,
  token: string,
): Promise<string> {
  const link = TOKEN.test(token) ? await findCalendarLink(deps.calendarLinks, hashOf(token)) : undefined;
  if (link === undefined) return refuse('not_found');
  const { tenantId, userId } = link;
  const asConsultant = await findConsultant(deps.consultants, { tenantId, consultantId: userId });
  const isConsultant = asConsultant !== undefined && !asConsultant.roleLost;
  const person = { tenantId, $or: [{ clientId: userId }, ...(isConsultant ? [{ consultantId: userId }] : [])] };
  const now = deps.clock.now();
  const next = await sessionsNear(deps.consultations, person, { from: now, limit: ENTRIES_MAX });
  const room = ENTRIES_MAX - next.length;
  const past = { from: new Date(now.getTime() - PAST_MS), to: now, limit: room };
  const sessions = [...next, ...(room > 0 ? await sessionsNear(deps.consultations, person, past) : [])];
  const names = await otherNames(deps, link, sessions);
  return calendarOf(sessions.map((session) => ({ session, otherName: names(session) })));
}

/** Whom the link's person meets: of a consultant's session the client, of a client's the consultant. */
async function otherNames(
  deps: Pick<Deps, 'consultants' | 'people'>,
  { tenantId, userId }: { tenantId: string; userId: string },
  sessions: readonly Consultation[],
): Promise<(session: Consultation) => string> {
  const [clients, consultants] = await Promise.all([
    personNames(deps.people, tenantId, [...new Set(sessions.map(({ clientId }) => clientId))]),
    consultantNames(deps.consultants, tenantId, [...new Set(sessions.map(({ consultantId }) => consultantId))]),
  ]);
  return ({ clientId, consultantId }) =>
    (consultantId === userId ? clients.get(clientId) : consultants.get(consultantId)) ?? '';
}

function ownLink(caller: Caller): { _id: string; tenantId: string } {
  requireRole(caller, 'client', 'consultant');
  const { tenantId, userId } = caller;
  return { _id: derivedId('calendar-link', tenantId, userId), tenantId };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
