import type { Worker } from '@consult/runtime/worker';
import type { Connection } from 'mongoose';
import { countFigures } from '../operations/count-figures.ts';
import type { Deps } from '../operations/deps.ts';
import { uncountedConsultations } from '../store/worker-queries.ts';

const COUNT_BATCH_MAX = 100;

/** Carries completed sessions and ratings into their consultants' figures. */
export function figureCounter(
  deps: Pick<Deps, 'consultations' | 'consultants' | 'logger'> & { connection: Connection },
): Worker {
  return {
    name: 'count-figures',
    async tick() {
      let counted = 0;
      for (const document of await uncountedConsultations(deps.consultations, COUNT_BATCH_MAX)) {
        try {
          if (await countFigures(deps, document)) counted += 1;
        } catch (error) {
          deps.logger.error({ bookingId: document._id, err: error }, 'counting failed');
        }
      }
      return counted;
    },
  };
}
