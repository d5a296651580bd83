import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  to: string[];
  from: string;
  subject: string;
  text: string;
  calendar: string;
}

export interface MailServer {
  url: string;
  mails: ReceivedMail[];
  to(address: string): ReceivedMail[];
  withSubject(subject: string): ReceivedMail[];
  /** Answers this recipient with a status from now on. */
  refuse(address: string, responseCode: number): void;
  accept(address: string): void;
  /** Awaited after a mail was taken, before the sender is told so. */
  afterMail: () => Promise<unknown>;
  close(): Promise<void>;
}

/** A real mail server on a free port that keeps what it gets, and refuses whom it is told to. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const responseCode = refused.get(address);
      done(responseCode === undefined ? null : Object.assign(new Error('refused'), { responseCode }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, ...read(Buffer.concat(chunks).toString('utf8')) });
        mailServer.afterMail().then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter((mail) => mail.to.includes(address)),
    withSubject: (subject) => mails.filter((mail) => mail.subject === subject),
    refuse: (address, responseCode) => refused.set(address, responseCode),
    accept: (address) => refused.delete(address),
    afterMail: async () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}

/** As much of MIME as our own mails need: folded headers, quoted-printable and base64 parts. */
function read(raw: string): Omit<ReceivedMail, 'to'> {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const header = (name: string) =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(head.replaceAll(/\r\n[ \t]+/g, ' '))?.[1] ?? '';
  const parts = raw.split(/\r\n--[^\r\n]+\r\n/).map(decode);
  return {
    from: header('From'),
    subject: header('Subject'),
    text: parts.find((part) => /content-type: text\/plain/i.test(part.head))?.body ?? '',
    calendar: parts.find((part) => /content-type: text\/calendar/i.test(part.head))?.body ?? '',
  };
}

function decode(part: string): { head: string; body: string } {
  const at = part.indexOf('\r\n\r\n');
  const head = part.slice(0, at);
  const body = part.slice(at + 4);
  if (/base64/i.test(head)) return { head, body: Buffer.from(body, 'base64').toString('utf8') };
  if (/quoted-printable/i.test(head)) {
    const unfolded = body.replaceAll('=\r\n', '');
    return {
      head,
      body: unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    };
  }
  return { head, body };
}
