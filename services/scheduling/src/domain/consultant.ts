import type { Availability } from './availability.ts';
import type { Consultation, Meeting } from './consultation.ts';
import { metricsOf } from './metrics.ts';
import type { SessionType } from './session-types.ts';

export interface Profile {
  name: string;
  headline: string;
  expertise: string[];
  languages: string[];
  /** Empty: all. */
  sessionTypes: SessionType[];
  timezone: string;
  photoUrl: string;
  /** Where sessions are held unless a booking says otherwise. */
  meeting?: Meeting | undefined;
}
/** Sums over the consultations of a consultant, each counted exactly once. */
export interface Figures {
  completed: number;
  minutes: number;
  ratings: number;
  ratingSum: number;
  /** Of the completed: began at most five minutes late. */
  onTime: number;
}

/** Somebody who can be booked. Its id is the user's. */
export interface Consultant extends Profile {
  _id: string;
  tenantId: string;
  /** As an admin set it. */
  active: boolean;
  /** True once identity took the consultant role away; it comes back with the role. */
  roleLost: boolean;
  availability: Availability;
  figures: Figures;
  version: number;
}

export const NO_FIGURES: Figures = { completed: 0, minutes: 0, ratings: 0, ratingSum: 0, onTime: 0 };

/** Whether new sessions can be booked with this consultant. */
export function isBookable(consultant: Pick<Consultant, 'active' | 'roleLost'>): boolean {
  return consultant.active && !consultant.roleLost;
}

/** Whether the consultant holds sessions of this type. */
export function offers(consultant: Consultant, type: SessionType): boolean {
  return consultant.sessionTypes.length === 0 || consultant.sessionTypes.includes(type);
}

/** What one consultation adds to the figures of its consultant, as it stands now. */
export function contribution(consultation: Consultation): Figures {
  const { completed, minutes, ratings, ratingSum, onTime } = metricsOf([consultation]);
  return { completed, minutes, ratings, ratingSum, onTime };
}

/** What is still to be added where `counted` has been added before. */
export function uncounted(facts: Figures, counted: Figures): Figures {
  return {
    completed: facts.completed - counted.completed,
    minutes: facts.minutes - counted.minutes,
    ratings: facts.ratings - counted.ratings,
    ratingSum: facts.ratingSum - counted.ratingSum,
    onTime: facts.onTime - counted.onTime,
  };
}

/** Mean of all client ratings (0 when there is none), to two decimals. */
export function averageRating({ ratings, ratingSum }: Pick<Figures, 'ratings' | 'ratingSum'>): number {
  return ratings === 0 ? 0 : Math.round((ratingSum / ratings) * 100) / 100;
}
