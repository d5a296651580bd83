import { type Caller, systemCaller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import { consultantNames } from '../store/consultants.ts';
import { personNames } from '../store/projections.ts';
import { seesAsStaff } from './access.ts';
import type { Deps } from './deps.ts';
import { personName } from './people.ts';

/** What the people of some consultations are called; a client's name only where the caller may see it. */
export interface Names {
  consultants: Map<string, string>;
  clients: Map<string, string>;
}

/** Names of everybody concerned; people no event has told of yet are asked of identity. */
export async function namesFor(
  deps: Pick<Deps, 'consultants' | 'people' | 'identity' | 'logger'>,
  caller: Caller,
  consultations: Consultation[],
): Promise<Names> {
  const { tenantId } = caller;
  const shown = consultations.filter((one) => seesAsStaff(caller, one));
  const clientIds = [...new Set(shown.map((one) => one.clientId))];
  const consultantIds = [...new Set(consultations.map((one) => one.consultantId))];
  const [consultants, clients] = await Promise.all([
    consultantNames(deps.consultants, tenantId, consultantIds),
    personNames(deps.people, tenantId, clientIds),
  ]);
  const unknown = clientIds.filter((id) => !clients.has(id));
  const asked = await Promise.all(unknown.map(async (id) => [id, await nameOrEmpty(deps, caller, id)] as const));
  return { consultants, clients: new Map([...clients, ...asked]) };
}

/** A move that was made must be answered, also when a name cannot be had at this moment. */
async function nameOrEmpty(
  deps: Pick<Deps, 'people' | 'identity' | 'logger'>,
  caller: Caller,
  userId: string,
): Promise<string> {
  try {
    return await personName(deps, systemCaller(caller.tenantId, 'scheduling', caller.requestId), userId);
  } catch (error) {
    if (!isAppError(error)) throw error;
    deps.logger.warn({ userId, code: error.code }, 'name not known');
    return '';
  }
}
