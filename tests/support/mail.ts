import { eventually } from '@consult/testing/eventually';
import ICAL from 'ical.js';
import { type Mail, mailsTo, type Person, SETTLE_MS, type World } from './world.ts';

/** The newest mail to a person whose subject matches; waits for it to arrive. */
export async function mailOf(world: World, person: Person, subject: RegExp): Promise<Mail> {
  return eventually(
    async () => {
      const mails = await mailsTo(world, person.email);
      const found = mails.find((mail) => subject.test(mail.subject));
      if (!found)
        throw new Error(`${person.email} got ${mails.map((mail) => mail.subject).join(' | ')}, not ${subject}`);
      return found;
    },
    { withinMs: SETTLE_MS },
  );
}

export interface Invite {
  method: string;
  uid: string;
  sequence: number;
  summary: string;
  start: string;
  end: string;
}

/** The calendar invite in the newest mail to a person whose subject matches, parsed. */
export async function inviteOf(world: World, person: Person, subject: RegExp): Promise<Invite> {
  const mail = await mailOf(world, person, subject);
  const file = mail.attachments.find((attachment) => attachment.contentType.includes('calendar'));
  if (!file) throw new Error(`"${mail.subject}" carries no invite`);
  const calendar = new ICAL.Component(ICAL.parse(file.content));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  };
}
