import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import type { SandboxDatabase } from '../database.ts';
import { escapeHtml, page } from '../html.ts';
import { contentEncoding, findMail, listMails, type Mail } from './mails.ts';

const MAILS_SHOWN = 200;
/** Nothing a mail brings may run, load or leave its frame. */
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

/** The mailbox as a web page: a list of all mail, and each with its body in a closed frame. */
export function createMailboxPage(database: SandboxDatabase): FastifyInstance {
  const app = fastify();
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY);
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  app.get<{ Querystring: { to?: string } }>('/', async (request, reply) => {
    const to = typeof request.query.to === 'string' && request.query.to !== '' ? request.query.to : undefined;
    return html(reply, listPage(await listMails(database, { to, limit: MAILS_SHOWN }), to));
  });
  app.get<{ Params: { id: string } }>('/mails/:id', async (request, reply) => {
    const mail = await findMail(database, request.params.id);
    return mail === undefined ? notFound(reply) : html(reply, mailPage(mail));
  });
  app.get<{ Params: { id: string } }>('/mails/:id/html', async (request, reply) => {
    const mail = await findMail(database, request.params.id);
    if (mail === undefined) return notFound(reply);
    return html(reply.header('content-security-policy', MAIL_POLICY), mail.html);
  });
  app.get<{ Params: { id: string; index: string } }>('/mails/:id/attachments/:index', async (request, reply) => {
    const mail = await findMail(database, request.params.id);
    const attachment = mail?.attachments[Number(request.params.index)];
    if (attachment === undefined) return notFound(reply);
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`)
      .send(Buffer.from(attachment.content, contentEncoding(attachment.contentType)));
  });
  return app;
}

const html = (reply: FastifyReply, body: string): FastifyReply => reply.type('text/html; charset=utf-8').send(body);

const notFound = (reply: FastifyReply): FastifyReply =>
  html(reply.status(404), page('Not found', '<p>There is no such mail.</p>'));

function listPage(mails: readonly Mail[], to: string | undefined): string {
  const rows = mails.map(
    (mail) => `<tr>
      <td>${escapeHtml(mail.at.replace('T', ' ').slice(0, 16))}</td>
      <td>${escapeHtml(mail.to.join(', '))}</td>
      <td><a href="/mails/${encodeURIComponent(mail.id)}">${escapeHtml(mail.subject || '(no subject)')}</a></td>
      <td>${mail.attachments.length > 0 ? mail.attachments.length : ''}</td></tr>`,
  );
  const search = `<form><input name="to" placeholder="address" value="${escapeHtml(to ?? '')}"> <button>Show</button></form>`;
  const table = `<table><thead><tr><th>Arrived</th><th>To</th><th>Subject</th><th>Files</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Mailbox', search + (rows.length === 0 ? '<p>No mail yet.</p>' : table));
}

function mailPage(mail: Mail): string {
  const address = `/mails/${encodeURIComponent(mail.id)}`;
  const heads = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Arrived', mail.at],
  ].map(([name = '', value = '']) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`);
  const files = mail.attachments.map(
    (file, index) =>
      `<li><a href="${address}/attachments/${index}">${escapeHtml(file.filename)}</a> ${escapeHtml(file.contentType)}</li>`,
  );
  return page(
    mail.subject || '(no subject)',
    `<p><a href="/">All mail</a></p><table>${heads.join('')}</table><ul>${files.join('')}</ul>
    ${mail.html === '' ? '' : `<iframe sandbox src="${address}/html" title="Message"></iframe>`}
    <h2>Text</h2><pre>${escapeHtml(mail.text)}</pre>`,
  );
}
