import { type Connection, type Model, Schema } from 'mongoose';

/** Whose sessions a secret link shows. The secret itself is nowhere: only its SHA-256 is kept. */
export interface CalendarLink {
  /** Of tenant and user: everybody has at most one link. */
  _id: string;
  tenantId: string;
  userId: string;
  tokenHash: string;
  createdAt: Date;
}
export type CalendarLinks = Model<CalendarLink>;

/** Who asks has nothing but the secret; it leads to its person, and by that to the tenant. */
const ACROSS_TENANTS = { acrossTenants: 'calendar link' } as const;

const schema = new Schema<CalendarLink>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    userId: String,
    tokenHash: String,
    createdAt: Date,
  },
  { collection: 'calendar_links', shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false },
);
// Not unique, since that would have to begin with the tenant; two of 2²⁵⁶ are not the same.
schema.index({ tokenHash: 1 });

export function calendarLinksOn(connection: Connection): CalendarLinks {
  return connection.model<CalendarLink>('CalendarLink', schema);
}

/** Makes this the person's link; the one before it finds nothing any more. */
export async function putCalendarLink(links: CalendarLinks, link: CalendarLink): Promise<void> {
  const { _id, tenantId, ...rest } = link;
  await links.updateOne({ tenantId, _id }, { $set: rest }, { upsert: true });
}

export async function deleteCalendarLink(links: CalendarLinks, key: { _id: string; tenantId: string }): Promise<void> {
  await links.deleteOne(key);
}

/** The link with this hash of its secret. */
export async function findCalendarLink(links: CalendarLinks, tokenHash: string): Promise<CalendarLink | undefined> {
  return (await links.findOne({ tokenHash }, null, ACROSS_TENANTS).lean<CalendarLink>()) ?? undefined;
}
