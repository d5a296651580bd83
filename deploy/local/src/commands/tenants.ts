import { call, dataOf } from '../api.ts';
import { gateway, token } from './reach.ts';
import { print, type Values } from './values.ts';

const PATH = '/api/operator/tenants';

/** `tenants create`: prints the tenant; the same again prints the same. */
export async function createTenant(values: Values): Promise<void> {
  const body = {
    ...given('slug', values['slug']),
    ...given('name', values['name']),
    ...given('adminEmail', values['admin-email']),
    ...given('adminName', values['admin-name']),
    ...given('adminPassword', values['admin-password']),
    ...given('currency', values['currency']),
    ...given('timezone', values['timezone']),
    ...given('stripeAccountId', values['stripe-account']),
    ...(typeof values['policies'] === 'string' ? { policies: JSON.parse(values['policies']) as unknown } : {}),
  };
  print(dataOf(await call(gateway(), { path: PATH, token: await token(), body }), 201, 200));
}

/** `tenants list`: the first hundred. */
export async function listTenants(): Promise<void> {
  print(dataOf(await call(gateway(), { path: `${PATH}?limit=100`, token: await token() }), 200));
}

function given(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

/** The ids of all tenants. */
export async function tenantIds(): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const path = `${PATH}?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await call(gateway(), { path, token: await token() });
    const { data, page } = body as { data: { tenantId: string }[]; page: { nextCursor: string | null } };
    ids.push(...data.map(({ tenantId }) => tenantId));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}
