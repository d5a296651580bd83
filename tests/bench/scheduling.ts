import { inParts } from './in-parts.ts';
import { booking } from './scheduling-booking.ts';
import { slots } from './scheduling-slots.ts';
import { whole } from './scheduling-whole.ts';

/** How fast free time is found and taken, beside what a Node developer would use otherwise and beside what nothing could beat by much. */
export const scheduling = inParts({ slots, booking, whole });
