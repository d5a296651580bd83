import { type Content, type Reader, showInstant } from './content.ts';
import type { SessionFacts } from './session.ts';

export type Part = 'client' | 'consultant';

export interface SessionValues {
  session: SessionFacts;
  /** What the reader is in it. */
  part: Part;
  /** The client's name, for the consultant; the consultant's, for the client. */
  otherName: string;
}
export type CancellationValues = SessionValues & { by: string; reason: string };

export function bookingConfirmation(reader: Reader, values: SessionValues): Content {
  const { session } = values;
  return {
    subject: `Booked: ${session.title}`,
    heading: 'Your consultation is booked',
    paragraphs: [`${reader.name}, the invitation for your calendar is attached.`],
    facts: factsOf(reader, values),
    action: link(reader, session),
  };
}

export function bookingConfirmed(reader: Reader, values: SessionValues): Content {
  return {
    subject: `Confirmed: ${values.session.title}`,
    heading: `${values.otherName} has confirmed your consultation`,
    paragraphs: [],
    facts: factsOf(reader, values),
    action: link(reader, values.session),
  };
}

export function cancellation(reader: Reader, values: CancellationValues): Content {
  const who = { client: 'the client', consultant: 'the consultant', admin: reader.brand, system: reader.brand };
  const by = who[values.by as keyof typeof who] ?? reader.brand;
  return {
    subject: `Cancelled: ${values.session.title}`,
    heading: 'Your consultation has been cancelled',
    paragraphs: [`It was cancelled by ${by}${values.reason === '' ? '.' : `: ${values.reason}`}`],
    facts: factsOf(reader, values),
    ...(values.part === 'client' ? { action: { label: 'Book another time', url: `${reader.publicUrl}/book` } } : {}),
  };
}

export function reminder(reader: Reader, values: SessionValues & { hours: number }): Content {
  const soon = values.hours === 1 ? 'in an hour' : `in ${values.hours} hours`;
  return {
    subject: `Reminder: ${values.session.title} ${soon}`,
    heading: `Your consultation begins ${soon}`,
    paragraphs: [],
    facts: factsOf(reader, values),
    action: link(reader, values.session),
  };
}

export function feedbackRequest(reader: Reader, values: SessionValues): Content {
  return {
    subject: `How was "${values.session.title}"?`,
    heading: 'How was your consultation?',
    paragraphs: [`${reader.name}, please tell ${values.otherName} how it went: a rating and a few words.`],
    facts: [['Consultation', values.session.title]],
    action: {
      label: 'Give feedback',
      url: `${reader.publicUrl}/consultations/${values.session.consultationId}/feedback`,
    },
  };
}

function factsOf(reader: Reader, { session, part, otherName }: SessionValues): Content['facts'] {
  const { kind, url, location } = session.meeting;
  const place = { video: url ?? 'Video call', phone: location ?? 'Phone call', in_person: location ?? 'In person' }[
    kind
  ];
  return [
    ['Consultation', session.title],
    [part === 'client' ? 'Consultant' : 'Client', otherName],
    ['Begins', showInstant(session.scheduledStart, reader.timezone)],
    ['Ends', showInstant(session.scheduledEnd, reader.timezone)],
    ['Where', place],
    ['Reference', session.consultationId],
  ];
}

function link(reader: Reader, session: SessionFacts): NonNullable<Content['action']> {
  return { label: 'See the details', url: `${reader.publicUrl}/consultations/${session.consultationId}` };
}
