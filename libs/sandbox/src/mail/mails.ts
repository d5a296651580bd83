import { newId } from '@consult/runtime/ids';
import type { SandboxDatabase } from '../database.ts';
import { nextSequence } from '../sequence.ts';

/** Older mail is out of reach of a list, not of its own address. */
const LIST_DEFAULT = 100;
const LIST_MAX = 500;

export interface Attachment {
  filename: string;
  contentType: string;
  /** As it is for text types, base64 for all others. */
  content: string;
}

/** How an attachment's content is written: text types (an invite among them) can be read as they are. */
export const contentEncoding = (contentType: string): 'utf8' | 'base64' =>
  contentType.startsWith('text/') || contentType === 'application/ics' ? 'utf8' : 'base64';

/** A mail as it is shown: what the SMTP server took, parsed. */
export interface Mail {
  id: string;
  /** Business time of its arrival, RFC 3339. */
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
}

export interface MailDocument {
  _id: string;
  sequence: number;
  /** Addresses of the envelope in lower case. */
  recipients: string[];
  mail: Mail;
}

/** Keeps a mail that has been accepted from a sender. */
export async function keepMail(
  { mails }: Pick<SandboxDatabase, 'mails'>,
  mail: Omit<Mail, 'id'>,
  wallNow: Date,
): Promise<Mail> {
  const kept = { id: newId(), ...mail };
  const recipients = mail.to.map((address) => address.toLowerCase());
  await mails.insertOne({ _id: kept.id, sequence: nextSequence(wallNow), recipients, mail: kept });
  return kept;
}

/** The mails to an address, or to all, newest first. */
export async function listMails(
  { mails }: Pick<SandboxDatabase, 'mails'>,
  { to, limit = LIST_DEFAULT }: { to?: string | undefined; limit?: number | undefined },
): Promise<Mail[]> {
  const filter = to === undefined ? {} : { recipients: to.toLowerCase() };
  const found = await mails.find(filter).sort({ sequence: -1 }).limit(Math.min(limit, LIST_MAX)).toArray();
  return found.map(({ mail }) => mail);
}

/** One mail, or undefined. */
export async function findMail({ mails }: Pick<SandboxDatabase, 'mails'>, id: string): Promise<Mail | undefined> {
  return (await mails.findOne({ _id: id }))?.mail;
}
