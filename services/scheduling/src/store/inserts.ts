import type { Clock } from '@consult/runtime/clock';
import { createGroupInsert, type GroupInsert } from '@consult/runtime/group-insert';
import type { Connection } from 'mongoose';
import { CONSULTATIONS, type ConsultationDocument } from './consultation-document.ts';

/** The server names the index that refused; of a bulk the driver hands on no more than this text. */
const CLAIMS_INDEX = /index: \S*limitClaims\S* dup key/;

/** `limit_taken`: somebody else has claimed an ordinal meanwhile, and other ones may still be free. */
export type Inserted = 'inserted' | 'duplicate' | 'limit_taken';

/** Brings new consultations to the database. */
export type Inserts = GroupInsert<ConsultationDocument>;

/** The inserts on this connection. */
export function insertsOn(connection: Connection, clock: Clock): Inserts {
  // What mongoose notes with every other write.
  return createGroupInsert(connection, CONSULTATIONS, (one) => ({ ...one, changedAt: clock.wallNow() }));
}

/** What the unique index that refused an insert stands for. */
export function refusedInsert(why: string): Exclude<Inserted, 'inserted'> {
  return CLAIMS_INDEX.test(why) ? 'limit_taken' : 'duplicate';
}
