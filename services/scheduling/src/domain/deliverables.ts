import type { Actor, Consultation, Deliverable } from './consultation.ts';

/** So many things can be handed over in one session, those still to come included. */
export const DELIVERABLES_MAX = 50;

/** What a consultant says of a deliverable; what is not named stays. */
interface DeliverableFacts {
  title?: string | undefined;
  description?: string | undefined;
  fileUrl?: string | undefined;
  dueDate?: Date | undefined;
}
export type DeliverableChange =
  | { kind: 'add'; deliverableId: string; facts: DeliverableFacts & { title: string } }
  | { kind: 'change'; deliverableId: string; facts: DeliverableFacts }
  | { kind: 'acknowledge'; deliverableId: string };

export type ChangedDeliverable =
  /** `deliverables` is undefined where nothing changes: the same was said before. */
  | { deliverable: Deliverable; deliverables: Deliverable[] | undefined }
  | { refused: 'forbidden' | 'not_found' | 'not_active' | 'too_many_deliverables' | 'not_delivered' };

/** What becomes of the deliverables of a session, or why not. Staff hands over, the client acknowledges. */
export function changeDeliverables(
  { deliverables, status }: Pick<Consultation, 'deliverables' | 'status'>,
  change: DeliverableChange,
  { actors, now }: { actors: readonly Actor[]; now: Date },
): ChangedDeliverable {
  const isStaff = actors.some((actor) => actor === 'consultant' || actor === 'admin');
  if (change.kind === 'acknowledge' ? !actors.includes('client') : !isStaff) return { refused: 'forbidden' };
  const known = deliverables.find(({ deliverableId }) => deliverableId === change.deliverableId);
  switch (change.kind) {
    case 'add': {
      if (known !== undefined) return { deliverable: known, deliverables: undefined };
      if (status.current === 'cancelled' || status.current === 'no_show') return { refused: 'not_active' };
      if (deliverables.length >= DELIVERABLES_MAX) return { refused: 'too_many_deliverables' };
      const added = withFile(newDeliverable(change), now);
      return { deliverable: added, deliverables: [...deliverables, added] };
    }
    case 'change': {
      if (known === undefined) return { refused: 'not_found' };
      const isNewFile = change.facts.fileUrl !== undefined && change.facts.fileUrl !== known.fileUrl;
      const changed: Deliverable = { ...known, ...given(change.facts), title: change.facts.title ?? known.title };
      return replaced(deliverables, known, isNewFile ? withFile(changed, now) : changed);
    }
    case 'acknowledge': {
      if (known === undefined) return { refused: 'not_found' };
      if (known.status === 'pending') return { refused: 'not_delivered' };
      if (known.status === 'acknowledged') return { deliverable: known, deliverables: undefined };
      return replaced(deliverables, known, { ...known, status: 'acknowledged', acknowledgedAt: now });
    }
  }
}

/** A file makes it delivered; another file has not been acknowledged by anybody. */
function withFile(deliverable: Deliverable, now: Date): Deliverable {
  const { acknowledgedAt: _acknowledgedAt, ...rest } = deliverable;
  return rest.fileUrl === undefined
    ? { ...rest, status: 'pending' }
    : { ...rest, status: 'delivered', deliveredDate: now };
}

function replaced(deliverables: Deliverable[], before: Deliverable, after: Deliverable): ChangedDeliverable {
  return { deliverable: after, deliverables: deliverables.map((one) => (one === before ? after : one)) };
}

function newDeliverable({ deliverableId, facts }: Extract<DeliverableChange, { kind: 'add' }>): Deliverable {
  return { ...given(facts), deliverableId, title: facts.title, status: 'pending' };
}

function given({ title, description, fileUrl, dueDate }: DeliverableFacts): DeliverableFacts {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(fileUrl === undefined ? {} : { fileUrl }),
    ...(dueDate === undefined ? {} : { dueDate }),
  };
}
