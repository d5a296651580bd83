import type { SESSION_TYPES } from '@consult/contracts/primitives';

export type SessionType = (typeof SESSION_TYPES)[number];
/** Both ends allowed, in minutes. */
export interface MinuteRange {
  minimum: number;
  maximum: number;
}

/** On the free trial any type lasts this long. */
export const TRIAL_MINUTES = 15;
/** Where neither the caller nor the paying lot says how long a session is. */
export const DEFAULT_SESSION_MINUTES = 60;

const MINUTES: Readonly<Record<SessionType, MinuteRange>> = {
  strategy_session: { minimum: 60, maximum: 120 },
  technical_consultation: { minimum: 30, maximum: 90 },
  advisory: { minimum: 30, maximum: 60 },
  training: { minimum: 60, maximum: 180 },
  workshop: { minimum: 120, maximum: 240 },
  review: { minimum: 30, maximum: 60 },
  status_update: { minimum: 15, maximum: 30 },
  troubleshooting: { minimum: 30, maximum: 90 },
  implementation: { minimum: 30, maximum: 180 },
};

/** A tenant's own lengths by session type; a type without an entry keeps the platform's. */
export type OwnLengths = Readonly<Record<string, MinuteRange>> | undefined;

/** How long a session of this type may be. */
export function minutesOf(type: SessionType, own: OwnLengths): MinuteRange {
  return own?.[type] ?? MINUTES[type];
}

/** True when a session of this type may last `minutes`. */
export function durationAllowed(type: SessionType, minutes: number, own: OwnLengths): boolean {
  const range = minutesOf(type, own);
  return range.minimum <= minutes && minutes <= range.maximum;
}

/** How long a session is when nobody says: an hour, or the nearest its type allows. */
export function defaultMinutes(type: SessionType | undefined, own: OwnLengths): number {
  if (type === undefined) return DEFAULT_SESSION_MINUTES;
  const { minimum, maximum } = minutesOf(type, own);
  return Math.min(Math.max(DEFAULT_SESSION_MINUTES, minimum), maximum);
}

/** Minutes between offered starts: the consultant's or tenant's step, and never more than 15 for sessions of up to 15 minutes. */
export function slotStep(configuredMinutes: number, durationMinutes: number): number {
  return durationMinutes <= TRIAL_MINUTES ? Math.min(configuredMinutes, TRIAL_MINUTES) : configuredMinutes;
}
