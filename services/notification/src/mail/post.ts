import { createTransport } from 'nodemailer';
import type { Invite, Party } from './invite.ts';

const CONNECT_MS = 5_000;
const SILENCE_MS = 20_000;
const CONNECTIONS_MAX = 5;
/** SMTP replies from here on are final (RFC 5321 §4.2.1). */
const PERMANENT = 500;

/** One mail on its way out. */
export interface Mail {
  messageId: string;
  from: Party;
  to: Party;
  subject: string;
  text: string;
  html: string;
  invite?: Invite;
}

type Sent = { sent: true } | { sent: false; permanent: boolean; reason: string };

/** The way to the mail server. */
export interface Post {
  send(mail: Mail): Promise<Sent>;
  close(): void;
}

/** Sends by SMTP. Addresses travel as objects, so that none can smuggle in another; the message id is ours, so that receivers can tell a repeat. */
export function createPost(smtpUrl: string): Post {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, from, to, subject, text, html, invite }) {
      try {
        await transport.sendMail({
          messageId: `<${messageId}@consult>`,
          from: { name: from.name, address: from.email },
          to: { name: to.name, address: to.email },
          subject,
          text,
          html,
          ...(invite === undefined
            ? {}
            : { icalEvent: { method: invite.method, filename: 'invite.ics', content: invite.content } }),
        });
        return { sent: true };
      } catch (error) {
        return { sent: false, ...failureOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** The server's words may hold the address, so that only its code is kept. */
function failureOf(error: unknown): { permanent: boolean; reason: string } {
  const responseCode = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (responseCode === undefined) return { permanent: false, reason: code };
  return { permanent: responseCode >= PERMANENT, reason: `${code} ${responseCode}` };
}
