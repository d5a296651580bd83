import type { Logger } from '@consult/runtime/logger';
import { simpleParser, type Attachment as ParsedAttachment } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { SandboxDatabase } from '../database.ts';
import { contentEncoding, keepMail, type Attachment, type Mail } from './mails.ts';

const MESSAGE_MAX_BYTES = 10 * 1_024 * 1_024;
const CLIENTS_MAX = 100;
const IDLE_TIMEOUT_MS = 60_000;

export interface SmtpDeps {
  database: SandboxDatabase;
  logger: Logger;
  now: () => Date;
  wallNow: () => Date;
}

/** An SMTP server that takes every mail, for whomever, and keeps it. A mail is acknowledged once it is stored. */
export function createSmtpServer(deps: SmtpDeps): SMTPServer {
  const server = new SMTPServer({
    // The sandbox has no certificate anybody would trust, and listens on loopback only.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    size: MESSAGE_MAX_BYTES,
    maxClients: CLIENTS_MAX,
    socketTimeout: IDLE_TIMEOUT_MS,
    disableReverseLookup: true,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
    onData: (stream, session, callback) => {
      receive(deps, stream, session).then(
        () => callback(),
        (error: unknown) => {
          deps.logger.warn({ err: error }, 'mail not kept');
          callback(error instanceof Error ? error : new Error('the mail could not be kept'));
        },
      );
    },
  });
  server.on('error', (error) => deps.logger.debug({ err: error }, 'smtp client went away'));
  return server;
}

async function receive(deps: SmtpDeps, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const parsed = await simpleParser(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error('the mail is too large'), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  const mail: Omit<Mail, 'id'> = {
    at: deps.now().toISOString(),
    from: parsed.from?.text ?? (mailFrom ? (mailFrom.address ?? '') : ''),
    to: rcptTo.flatMap(({ address }) => address ?? []),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    attachments: parsed.attachments.map(attachmentOf),
  };
  const { id } = await keepMail(deps.database, mail, deps.wallNow());
  deps.logger.info({ mailId: id }, 'mail kept');
}

function attachmentOf({ filename, contentType, content }: ParsedAttachment): Attachment {
  return { filename: filename ?? 'unnamed', contentType, content: content.toString(contentEncoding(contentType)) };
}
