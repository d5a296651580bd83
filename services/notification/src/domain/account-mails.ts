import type { Content, Reader } from './content.ts';
import { showInstant } from './content.ts';

export interface CodeValues {
  code: string;
  expiresAt: string;
}

export function welcome(reader: Reader): Content {
  return {
    subject: `Welcome to ${reader.brand}`,
    heading: `Welcome, ${reader.name}`,
    paragraphs: [
      `Your account at ${reader.brand} is ready.`,
      'Choose a package, then book a consultant at a time that suits you.',
    ],
    facts: [],
    action: { label: 'See the packages', url: `${reader.publicUrl}/pricing` },
  };
}

export function invitation(reader: Reader, { code, expiresAt }: CodeValues): Content {
  return {
    subject: `You are invited to ${reader.brand}`,
    heading: `Welcome to ${reader.brand}, ${reader.name}`,
    paragraphs: ['An account has been made for you. Choose a password to begin.'],
    facts: [['The link works until', showInstant(expiresAt, reader.timezone)]],
    action: { label: 'Choose a password', url: `${reader.publicUrl}/reset-password?code=${code}` },
  };
}

export function passwordReset(reader: Reader, { code, expiresAt }: CodeValues): Content {
  return {
    subject: `Choose a new password for ${reader.brand}`,
    heading: 'Choose a new password',
    paragraphs: ['Somebody, hopefully you, asked for a new password. If it was not you, there is nothing to do.'],
    facts: [['The link works until', showInstant(expiresAt, reader.timezone)]],
    action: { label: 'Choose a new password', url: `${reader.publicUrl}/reset-password?code=${code}` },
  };
}
