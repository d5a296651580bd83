import { acceptInvitation, inviteUser, trySignIn } from '@consult/local/people';
import type { Person, Tenant, World } from './world.ts';

const PASSWORD = 'a-long-password';

/** Somebody of finance, invited by the operator as in life. */
export async function addFinance({ stack, api }: World, { tenantId, slug }: Tenant, email: string): Promise<Person> {
  const reach = { identityGrpc: stack.grpcUrl('identity'), callTokenSecret: stack.callTokenSecret };
  const name = 'Fiona Finance';
  const { userId } = await inviteUser(reach, { tenantId, email, name, role: 'finance', timezone: 'UTC' });
  const who = { tenant: slug, email, password: PASSWORD };
  await acceptInvitation(stack.urls.gateway, who);
  const token = await trySignIn(stack.urls.gateway, who);
  if (token === undefined) throw new Error(`${email} cannot sign in`);
  return { userId, email, name, api: api.as(token) };
}
