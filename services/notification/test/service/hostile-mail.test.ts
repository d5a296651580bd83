import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { inviteFor } from '../../src/mail/invite.ts';
import { createPost, type Post } from '../../src/mail/post.ts';
import { sessionFacts } from '../sample.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

/** What people could write where a name or a title stands, if the door let it in. */
const HEADERS = 'Eve\r\nBcc: victim@example.test\r\nX-Evil: 1\r\n\r\nanother body';
const PROPERTIES = 'Eve"\r\nATTENDEE:mailto:victim@example.test\r\nX-EVIL:"; RSVP=TRUE:^n';

let server: MailServer;
let post: Post;
beforeAll(async () => {
  server = await startMailServer();
  post = createPost(server.url);
});
afterAll(async () => {
  post.close();
  await server.close();
});

test('a name or subject with line breaks adds neither a receiver nor a header', async () => {
  const party = (email: string) => ({ name: HEADERS, email });
  const mail = { messageId: 'm-1', from: party('from@example.test'), to: party('to@example.test') };
  expect(await post.send({ ...mail, subject: HEADERS, text: 'text', html: '<p>html</p>' })).toEqual({ sent: true });
  const [received] = server.mails;
  expect(server.mails.map(({ to }) => to)).toEqual([['to@example.test']]);
  expect(received?.subject).toContain('Eve Bcc: victim@example.test X-Evil: 1');
  expect(received?.text).toContain('text');
});

test('a name or title cannot invite somebody else', () => {
  const { content } = inviteFor({
    session: sessionFacts({
      title: PROPERTIES,
      description: PROPERTIES,
      meeting: { kind: 'in_person', location: PROPERTIES },
    }),
    cancelled: false,
    organizer: { name: PROPERTIES, email: 'from@example.test' },
    attendees: [{ name: PROPERTIES, email: 'to@example.test' }],
    stamp: new Date('2025-01-03T09:00:00Z'),
  });
  const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent');
  expect(event?.getAllProperties('attendee').map((property) => property.getFirstValue())).toEqual([
    'mailto:to@example.test',
  ]);
  expect(event?.hasProperty('x-evil')).toBe(false);
  expect(String(event?.getFirstPropertyValue('summary'))).toContain('victim@example.test');
});
