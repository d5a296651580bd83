import { contentOf, type Letter } from '../domain/message.ts';
import { type Invite, inviteFor } from '../mail/invite.ts';
import { layOut } from '../mail/layout.ts';
import type { Mail } from '../mail/post.ts';
import type { MessageDocument } from '../store/messages.ts';
import type { Brand } from '../store/projections.ts';
import type { SendingDeps } from './deps.ts';
import { brandOf, contactOf } from './people.ts';

/** The mail of a message, for its reader as known now. Refusals: not_found, dependency_unavailable. */
export async function compose(deps: SendingDeps, message: MessageDocument): Promise<Mail> {
  const { tenantId, userId } = message;
  const [contact, brand] = await Promise.all([contactOf(deps, { tenantId, userId }), brandOf(deps, tenantId)]);
  const letter = letterOf(message);
  const { name, email, timezone } = contact;
  const content = contentOf(letter, { name, timezone, brand: brand.name, publicUrl: deps.publicUrl });
  const invite = await inviteOf(deps, letter, message, brand);
  return {
    messageId: message._id,
    from: { name: brand.name, email: deps.mailFrom },
    to: { name, email },
    subject: content.subject,
    ...layOut(content, brand.name),
    ...(invite === undefined ? {} : { invite }),
  };
}

/** Template and values were written together, as one letter. */
function letterOf({ template, values }: MessageDocument): Letter {
  return { template, values } as Letter;
}

type Inviting = Extract<Letter, { template: 'booking-confirmation' | 'rescheduled' | 'cancellation' }>;

/** What changes where a session stands in a calendar. */
function hasInvite(letter: Letter): letter is Inviting {
  const { template } = letter;
  return template === 'booking-confirmation' || template === 'rescheduled' || template === 'cancellation';
}

async function inviteOf(
  deps: SendingDeps,
  letter: Letter,
  message: MessageDocument,
  brand: Brand,
): Promise<Invite | undefined> {
  if (!hasInvite(letter)) return undefined;
  const { session } = letter.values;
  const { tenantId } = message;
  const attendees = await Promise.all(
    [session.clientId, session.consultantId].map((userId) => contactOf(deps, { tenantId, userId })),
  );
  return inviteFor({
    session,
    cancelled: letter.template === 'cancellation',
    organizer: { name: brand.name, email: deps.mailFrom },
    attendees: attendees.map(({ name, email }) => ({ name, email })),
    stamp: message.createdAt,
  });
}
