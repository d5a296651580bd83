import type { Connection } from 'mongoose';
import { contribution, NO_FIGURES, uncounted } from '../domain/consultant.ts';
import { addFigures } from '../store/consultants.ts';
import type { ConsultationDocument } from '../store/consultation-document.ts';
import { toConsultation } from '../store/consultations.ts';
import { markCounted } from '../store/worker-queries.ts';
import type { Deps } from './deps.ts';

/**
 * Adds what is new about a completed consultation to its consultant's figures, exactly once: mark and sum change in one
 * transaction, and a changed rating adds only the difference. False when the consultation has moved on; a later tick sees it.
 */
export async function countFigures(
  deps: Pick<Deps, 'consultations' | 'consultants'> & { connection: Connection },
  document: ConsultationDocument,
): Promise<boolean> {
  const { tenantId, consultantId } = document;
  const facts = contribution(toConsultation(document));
  const figures = uncounted(facts, { ...NO_FIGURES, ...document.counted });
  return deps.connection.withSession((session) =>
    session.withTransaction(async () => {
      const marked = await markCounted(deps.consultations, document, facts, session);
      if (marked) await addFigures(deps.consultants, { tenantId, consultantId }, figures, session);
      return marked;
    }),
  );
}
