import { isDuplicateKey, refuse } from '@consult/runtime/errors';
import { groupRead } from '@consult/runtime/group-read';
import { type ClientSession, type Connection, type Model, Schema } from 'mongoose';
import type { Availability } from '../domain/availability.ts';
import type { Consultant, Figures } from '../domain/consultant.ts';
import type { SessionType } from '../domain/session-types.ts';

interface ConsultantDocument extends Consultant {
  /** Version of the user whose name and roles were last taken over, and that name. */
  userVersion: number;
  userName: string;
}
export type Consultants = Model<ConsultantDocument>;
export interface ConsultantKey {
  tenantId: string;
  consultantId: string;
}
export interface ConsultantFilter {
  tenantId: string;
  /** Also those who cannot be booked now. */
  inactiveToo: boolean;
  expertise?: string | undefined;
  language?: string | undefined;
  type?: SessionType | undefined;
}

/** How often a user's change is applied anew because the profile changed in between. */
const APPLY_ATTEMPTS = 5;

const mixed = Schema.Types.Mixed;
const schema = new Schema<ConsultantDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    name: String,
    headline: String,
    expertise: [String],
    languages: [String],
    sessionTypes: [String],
    timezone: String,
    photoUrl: String,
    meeting: mixed,
    active: Boolean,
    roleLost: Boolean,
    availability: mixed,
    figures: mixed,
    userVersion: Number,
    userName: String,
    version: Number,
  },
  { collection: 'consultants', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, name: 1, _id: 1 });

/** The collection of consultants on this connection. */
export function consultantsOn(connection: Connection): Consultants {
  return connection.model<ConsultantDocument>('Consultant', schema);
}

/** Records a consultant as of a version of its user. False when the consultant exists already. */
export async function insertConsultant(
  consultants: Consultants,
  consultant: Consultant,
  user: { version: number; name: string },
): Promise<boolean> {
  try {
    await consultants.create({ ...consultant, userVersion: user.version, userName: user.name });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

const readConsultant = groupRead<ConsultantDocument>('consultants', { userVersion: 0, userName: 0 });

export async function findConsultant(
  consultants: Consultants,
  { tenantId, consultantId }: ConsultantKey,
): Promise<Consultant | undefined> {
  return readConsultant(consultants, { tenantId, _id: consultantId });
}

const readName = groupRead<ConsultantDocument>('consultant names', { tenantId: 1, name: 1 });

/** Names of these consultants, the inactive ones too; unknown ones are left out. */
export async function consultantNames(
  consultants: Consultants,
  tenantId: string,
  ids: string[],
): Promise<Map<string, string>> {
  const found = await Promise.all(ids.map((_id) => readName(consultants, { tenantId, _id })));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one._id, one.name]])));
}

/** A row's place among the consultants by name. */
export interface ConsultantPlace {
  name: string;
  _id: string;
}

/** Consultants by name, at most `limit` rows after `place`. */
export async function listConsultants(
  consultants: Consultants,
  filter: ConsultantFilter,
  page: { limit: number; place: ConsultantPlace | undefined },
): Promise<Omit<Consultant, 'availability'>[]> {
  const { place } = page;
  const after =
    place === undefined ? {} : { $or: [{ name: { $gt: place.name } }, { name: place.name, _id: { $gt: place._id } }] };
  return consultants
    .find({ ...matching(filter), $and: [after] }, { userVersion: 0, userName: 0, availability: 0 })
    .sort({ name: 1, _id: 1 })
    .limit(page.limit)
    .lean<Omit<Consultant, 'availability'>[]>();
}

/** The first consultants by name with all that decides their slots. */
export async function findWithAvailability(
  consultants: Consultants,
  filter: ConsultantFilter,
  limit: number,
): Promise<Consultant[]> {
  return consultants
    .find(matching(filter), { userVersion: 0, userName: 0 })
    .sort({ name: 1, _id: 1 })
    .limit(limit)
    .lean<Consultant[]>();
}

function matching({ tenantId, inactiveToo, expertise, language, type }: ConsultantFilter) {
  return {
    tenantId,
    ...(inactiveToo ? {} : { active: true, roleLost: false }),
    ...(expertise === undefined ? {} : { expertise }),
    ...(language === undefined ? {} : { languages: language }),
    ...(type === undefined ? {} : { $or: [{ sessionTypes: type }, { sessionTypes: { $size: 0 } }] }),
  };
}

/** Changes the profile at a version; false when it has moved on. */
export async function saveProfile(
  consultants: Consultants,
  key: ConsultantKey & { version: number },
  patch: Partial<Omit<Consultant, '_id' | 'tenantId' | 'version' | 'availability' | 'figures'>>,
): Promise<boolean> {
  const { matchedCount } = await consultants.updateOne(
    { tenantId: key.tenantId, _id: key.consultantId, version: key.version },
    { $set: patch, $inc: { version: 1 } },
  );
  return matchedCount === 1;
}

/** Replaces the availability at its own version; false when it has moved on. */
export async function saveAvailability(
  consultants: Consultants,
  key: ConsultantKey & { version: number },
  availability: Availability,
): Promise<boolean> {
  const { matchedCount } = await consultants.updateOne(
    { tenantId: key.tenantId, _id: key.consultantId, 'availability.version': key.version },
    { $set: { availability } },
  );
  return matchedCount === 1;
}

/**
 * Takes over what a newer version of the user says: whether the role is still there, and a new name unless an admin has given
 * the profile one of its own. Nothing for other users and for what is already known. Refusals: conflict.
 */
export async function applyUser(
  consultants: Consultants,
  user: ConsultantKey & { userVersion: number; name: string; hasRole: boolean },
): Promise<void> {
  const { tenantId, consultantId: _id, userVersion, name } = user;
  const roleLost = !user.hasRole;
  for (let attempt = 1; attempt <= APPLY_ATTEMPTS; attempt += 1) {
    const known = await consultants.findOne({ tenantId, _id }).lean<ConsultantDocument>();
    if (known === null || known.userVersion >= userVersion) return;
    const shown = known.name === known.userName ? name : known.name;
    const changed = shown !== known.name || roleLost !== known.roleLost;
    const { matchedCount } = await consultants.updateOne(
      { tenantId, _id, userVersion: known.userVersion, version: known.version },
      { $set: { name: shown, roleLost, userVersion, userName: name }, $inc: { version: changed ? 1 : 0 } },
    );
    if (matchedCount === 1) return;
  }
  refuse('conflict', { consultantId: _id });
}

/** Adds to the figures, inside the transaction that marks them as counted. */
export async function addFigures(
  consultants: Consultants,
  key: ConsultantKey,
  figures: Figures,
  session: ClientSession,
): Promise<void> {
  await consultants.updateOne(
    { tenantId: key.tenantId, _id: key.consultantId },
    {
      $inc: {
        'figures.completed': figures.completed,
        'figures.minutes': figures.minutes,
        'figures.ratings': figures.ratings,
        'figures.ratingSum': figures.ratingSum,
        'figures.onTime': figures.onTime,
      },
    },
    { session },
  );
}
