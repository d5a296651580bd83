import { groupRead } from '@consult/runtime/group-read';
import { type Connection, type Model, Schema } from 'mongoose';

/** Where to reach a person. */
export interface Contact {
  _id: string;
  tenantId: string;
  name: string;
  email: string;
  timezone: string;
  /** The user's version; 0 as told by the registration. */
  version: number;
}
/** In whose name mails are sent. */
export interface Brand {
  _id: string;
  tenantId: string;
  name: string;
  timezone: string;
  version: number;
}
export type Contacts = Model<Contact>;
export type Brands = Model<Brand>;

const options = { shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false } as const;
const contactSchema = new Schema<Contact>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    name: String,
    email: String,
    timezone: String,
    version: Number,
  },
  { ...options, collection: 'contacts' },
);
const brandSchema = new Schema<Brand>(
  { _id: String, tenantId: { type: String, required: true }, name: String, timezone: String, version: Number },
  { ...options, collection: 'brands' },
);

export function contactsOn(connection: Connection): Contacts {
  return connection.model<Contact>('Contact', contactSchema);
}

export function brandsOn(connection: Connection): Brands {
  return connection.model<Brand>('Brand', brandSchema);
}

const readContact = groupRead<Contact>('contacts');
const readBrand = groupRead<Brand>('brands');

export async function findContact(
  contacts: Contacts,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<Contact | undefined> {
  return readContact(contacts, { tenantId, _id: userId });
}

export async function findBrand(brands: Brands, tenantId: string): Promise<Brand | undefined> {
  return readBrand(brands, { tenantId, _id: tenantId });
}
