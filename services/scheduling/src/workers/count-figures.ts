import { dueWorker } from '@consult/runtime/due-worker';
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
  return dueWorker({
    name: 'count-figures',
    batch: COUNT_BATCH_MAX,
    logger: deps.logger,
    find: (page) => uncountedConsultations(deps.consultations, page),
    idOf: ({ _id }) => _id,
    settle: (document) => countFigures(deps, document),
  });
}
