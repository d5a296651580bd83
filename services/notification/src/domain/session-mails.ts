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
export type RescheduledValues = CancellationValues & { previousStart: string };
export interface SlotGoneValues {
  consultantId: string;
  consultantName: string;
  title: string;
  scheduledStart: string;
  reason: 'slot_taken' | 'credits_required' | 'unavailable';
}

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
  return {
    subject: `Cancelled: ${values.session.title}`,
    heading: 'Your consultation has been cancelled',
    paragraphs: [`It was cancelled by ${byWhom(reader, values)}`],
    facts: factsOf(reader, values),
    ...(values.part === 'client' ? { action: { label: 'Book another time', url: `${reader.publicUrl}/book` } } : {}),
  };
}

export function rescheduled(reader: Reader, values: RescheduledValues): Content {
  const { session, previousStart } = values;
  return {
    subject: `Moved: ${session.title}`,
    heading: 'Your consultation has a new time',
    paragraphs: [
      `It was moved by ${byWhom(reader, values)}`,
      'The invitation for your calendar is attached; it replaces the one before.',
    ],
    facts: [['Was', showInstant(previousStart, reader.timezone)], ...factsOf(reader, values)],
    action: link(reader, session),
  };
}

/** Credits arrived for a slot that could not be had any more. */
export function slotGone(reader: Reader, values: SlotGoneValues): Content {
  const { title, consultantName, scheduledStart, reason } = values;
  const why = {
    slot_taken: 'While your payment was on its way, somebody else took the time you had chosen.',
    credits_required: 'Your payment has arrived, but what you bought does not cover this session.',
    unavailable: 'While your payment was on its way, the time you had chosen ceased to be available.',
  }[reason];
  return {
    subject: `Please choose another time: ${title}`,
    heading: 'Your credits are there, the time is gone',
    paragraphs: [why, `${reader.name}, your credits are on your account: choose another time whenever you like.`],
    facts: [
      ['Consultation', title],
      ['Consultant', consultantName],
      ['Was to begin', showInstant(scheduledStart, reader.timezone)],
    ],
    action: { label: 'Book another time', url: `${reader.publicUrl}/book` },
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

/** Who did it and why, as the end of a sentence. */
function byWhom(reader: Reader, { by, reason }: { by: string; reason: string }): string {
  const who = { client: 'the client', consultant: 'the consultant', admin: reader.brand, system: reader.brand };
  return `${who[by as keyof typeof who] ?? reader.brand}${reason === '' ? '.' : `: ${reason}`}`;
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
