import { inviteUser } from '../people.ts';
import { grpcUrl, secret } from './reach.ts';
import { print, text, type Values } from './values.ts';

/** `users invite`: mails an invitation and prints the person; the same e-mail again is the same person. */
export async function invite(values: Values): Promise<void> {
  const role = values['role'];
  if (role !== 'admin' && role !== 'finance' && role !== 'consultant')
    throw new Error('--role is admin, finance or consultant');
  const reach = { identityGrpc: grpcUrl('identity'), callTokenSecret: secret('CALL_TOKEN_SECRET') };
  const person = { tenantId: text(values, 'tenant'), email: text(values, 'email'), name: text(values, 'name') };
  const timezone = typeof values['timezone'] === 'string' ? values['timezone'] : '';
  print(await inviteUser(reach, { ...person, role, timezone }));
}
