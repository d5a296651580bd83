import { refuse } from '@consult/runtime/errors';
import { isKnownZone } from '../domain/zone-offsets.ts';

/** Refuses what is not an IANA zone: invalid_request, pointing at it. */
export function requireKnownZone(zone: string, pointer = '/timezone'): void {
  if (isKnownZone(zone)) return;
  refuse('invalid_request', { errors: [{ pointer, code: 'unknown_zone', message: 'is not an IANA time zone' }] });
}
