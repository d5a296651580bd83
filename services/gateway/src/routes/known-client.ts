import type { User__Output as User } from '@consult/contracts/grpc/gen/consult/identity/v1/User';
import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import type { Clients } from '../clients.ts';

/** The client of this id in the caller's tenant. Throws `not_found` for whoever is none. */
export async function knownClient({ identity }: Clients, caller: Caller, clientId: string): Promise<User> {
  const user = await identity.getUser(caller, { userId: clientId });
  if (!user.roles.includes('client')) throw new AppError('not_found', {});
  return user;
}
