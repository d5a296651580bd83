import { systemCaller } from '@consult/runtime/caller';
import { keepNewest } from '@consult/runtime/projection';
import { type Brand, type Contact, findBrand, findContact } from '../store/projections.ts';
import type { Deps } from './deps.ts';

/** Where to reach a person; one not heard of yet is asked for. Refusals: not_found, dependency_unavailable. */
export async function contactOf(
  deps: Pick<Deps, 'contacts' | 'identity'>,
  key: { tenantId: string; userId: string },
): Promise<Contact> {
  const known = await findContact(deps.contacts, key);
  if (known) return known;
  const { tenantId, userId } = key;
  const { name, email, timezone, version } = await deps.identity.getUser(systemCaller(tenantId, 'notification'), {
    userId,
  });
  const contact: Contact = { _id: userId, tenantId, name, email, timezone, version };
  await keepNewest(deps.contacts, contact);
  return contact;
}

/** In whose name a tenant's mails are sent; one not heard of yet is asked for. Refusals: not_found, dependency_unavailable. */
export async function brandOf(deps: Pick<Deps, 'brands' | 'identity'>, tenantId: string): Promise<Brand> {
  const known = await findBrand(deps.brands, tenantId);
  if (known) return known;
  const { name, timezone, version } = await deps.identity.getTenant(systemCaller(tenantId, 'notification'), {
    tenantId,
  });
  const brand: Brand = { _id: tenantId, tenantId, name, timezone, version };
  await keepNewest(deps.brands, brand);
  return brand;
}
