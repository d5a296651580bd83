import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Running } from './support.ts';
import { sendMail } from './smtp-client.ts';

interface Mail {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: string }[];
}

let running: Running;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());

const mails = async (query = ''): Promise<Mail[]> => (await running.control(`/sandbox/mail${query}`)).body as Mail[];
const pageAt = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${running.sandbox.ports().mailbox}${path}`);
const send = (to: string[], message: string): Promise<void> =>
  sendMail(running.sandbox.ports().smtp, { from: 'no-reply@consult.test', to, message });

const INVITE = `From: "Sarah's Bakery" <no-reply@consult.test>
To: Sarah <Sarah@bakery.test>
Subject: =?utf-8?Q?Best=C3=A4tigung?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=utf-8

Your session is booked.
--inner
Content-Type: text/html; charset=utf-8

<p>Your session is <b>booked</b>.</p><script>alert(1)</script>
--inner
Content-Type: text/calendar; charset=utf-8; method=REQUEST

BEGIN:VCALENDAR
METHOD:REQUEST
END:VCALENDAR
--inner--
--outer
Content-Type: application/pdf; name="receipt.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="receipt.pdf"

JVBERi0=
--outer
Content-Type: application/ics; name="invite.ics"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="invite.ics"

QkVHSU46VkNBTEVOREFS
--outer--`;

test('a mail with an invite comes back as it was sent, newest first, found by its address in any case', async () => {
  await send(['other@bakery.test'], 'Subject: older\n\nhello');
  await send(['Sarah@bakery.test'], INVITE);
  expect((await mails()).map(({ subject }) => subject)).toEqual(['Bestätigung', 'older']);
  expect((await mails('?limit=1')).map(({ subject }) => subject)).toEqual(['Bestätigung']);
  const [mail, ...more] = await mails('?to=sarah@BAKERY.test');
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    at: '2025-01-01T09:00:00.000Z',
    to: ['Sarah@bakery.test'],
    subject: 'Bestätigung',
    text: expect.stringContaining('Your session is booked.'),
  });
  expect(mail?.html).toContain('<b>booked</b>');
  expect(mail?.attachments).toMatchObject([
    { contentType: 'text/calendar', content: expect.stringContaining('METHOD:REQUEST') },
    { filename: 'receipt.pdf', contentType: 'application/pdf', content: 'JVBERi0=' },
    { filename: 'invite.ics', contentType: 'application/ics', content: 'BEGIN:VCALENDAR' },
  ]);
});

test('the page lists mail and shows one; nothing that a mail brings can run in it', async () => {
  await send(
    ['page@bakery.test'],
    'From: <x@y.test>\nSubject: <script>alert(1)</script>\nContent-Type: text/html\n\n<script>alert(2)</script><p>Hi</p>',
  );
  const list = await (await pageAt('/')).text();
  expect(list).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(list).not.toContain('<script>');
  const [mail] = await mails('?to=page@bakery.test');
  const view = await pageAt(`/mails/${mail?.id}`);
  expect(view.headers.get('content-security-policy')).toContain("default-src 'none'");
  const viewed = await view.text();
  expect(viewed).not.toContain('<script>');
  expect(viewed).toMatch(/<iframe sandbox /);
  const body = await pageAt(`/mails/${mail?.id}/html`);
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect((await pageAt('/mails/none')).status).toBe(404);
});

test('attachments are downloaded, never shown', async () => {
  const [mail] = await mails('?to=sarah@bakery.test');
  const file = await pageAt(`/mails/${mail?.id}/attachments/1`);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(await file.text()).toBe('%PDF-');
});

test('a mail that is too large is refused and not kept', async () => {
  await expect(send(['big@bakery.test'], `Subject: big\n\n${'x'.repeat(11 * 1_024 * 1_024)}`)).rejects.toThrow('552');
  expect(await mails('?to=big@bakery.test')).toEqual([]);
});

test('an unknown query is refused', async () => {
  expect(await running.control('/sandbox/mail?form=x')).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/form' }] },
  });
});
