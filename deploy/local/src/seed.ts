import { call, dataOf } from './api.ts';
import { operatorToken } from './operator-token.ts';
import { acceptInvitation, inviteUser, type Reach, trySignIn } from './people.ts';
import {
  CLIENT,
  CONSULTANTS,
  DEMO,
  DEMO_PASSWORD,
  EVERY_DAY,
  FINANCE,
  PACKAGES,
  SECOND,
  SECOND_PACKAGES,
} from './seed-data.ts';
import type { Stack } from './stack.ts';

interface Tenant {
  slug: string;
  tenantId: string;
  adminToken: string;
}

/** Makes the demo tenants with people and packages, through the public API. What is there already stays as it is. */
export async function seed(stack: Stack): Promise<void> {
  const reach: Reach = {
    gateway: stack.urls.gateway,
    identityGrpc: stack.grpcUrl('identity'),
    callTokenSecret: stack.callTokenSecret,
  };
  const operator = await operatorToken(stack.operatorSecret);
  const demo = await makeTenant(reach, operator, DEMO);
  await makePackages(reach, demo, PACKAGES);
  for (const consultant of CONSULTANTS) await makeConsultant(reach, demo, consultant);
  await makeFinance(reach, demo);
  await makeClient(reach);
  // The second tenant has a Stripe account of its own, which only the sandbox knows.
  if (stack.realStripe) return;
  const second = await makeTenant(reach, operator, SECOND);
  await makePackages(reach, second, SECOND_PACKAGES);
}

async function makeTenant(reach: Reach, operator: string, tenant: typeof DEMO | typeof SECOND): Promise<Tenant> {
  const { slug, adminEmail: email, adminPassword: password } = tenant;
  const existing = await trySignIn(reach.gateway, { tenant: slug, email, password });
  if (existing === undefined)
    dataOf(await call(reach.gateway, { path: '/api/operator/tenants', token: operator, body: tenant }), 201, 200);
  const adminToken = existing ?? (await trySignIn(reach.gateway, { tenant: slug, email, password }));
  if (adminToken === undefined) throw new Error(`the admin of ${slug} cannot sign in`);
  const { tenantId } = dataOf<{ tenantId: string }>(
    await call(reach.gateway, { path: '/api/admin/tenant', token: adminToken }),
    200,
  );
  return { slug, tenantId, adminToken };
}

async function makePackages(
  reach: Reach,
  { adminToken: token }: Tenant,
  packages: readonly { details: { name: string } }[],
): Promise<void> {
  const answer = await call(reach.gateway, { path: '/api/admin/packages?limit=100', token });
  const names = new Set(dataOf<{ details: { name: string } }[]>(answer, 200).map((one) => one.details.name));
  for (const body of packages)
    if (!names.has(body.details.name))
      dataOf(await call(reach.gateway, { path: '/api/admin/packages', token, body }), 201);
}

async function makeConsultant(reach: Reach, tenant: Tenant, consultant: (typeof CONSULTANTS)[number]): Promise<void> {
  const who = { tenant: tenant.slug, email: consultant.email, password: DEMO_PASSWORD };
  if ((await trySignIn(reach.gateway, who)) !== undefined) return;
  const { adminToken: token } = tenant;
  const created = await call(reach.gateway, { path: '/api/admin/consultants', token, body: consultant });
  const { consultantId } = dataOf<{ consultantId: string }>(created, 201, 200);
  const path = `/api/consultants/${consultantId}/availability`;
  const { version } = dataOf<{ version: number }>(await call(reach.gateway, { path, token }), 200);
  const body = { timezone: consultant.timezone, weekly: EVERY_DAY };
  dataOf(await call(reach.gateway, { method: 'PUT', path, token, body, headers: { 'if-match': `"${version}"` } }), 200);
  await acceptInvitation(reach.gateway, who);
}

async function makeFinance(reach: Reach, { slug, tenantId }: Tenant): Promise<void> {
  const who = { tenant: slug, email: FINANCE.email, password: DEMO_PASSWORD };
  if ((await trySignIn(reach.gateway, who)) !== undefined) return;
  await inviteUser(reach, { tenantId, role: 'finance', ...FINANCE });
  await acceptInvitation(reach.gateway, who);
}

async function makeClient(reach: Reach): Promise<void> {
  const who = { tenant: DEMO.slug, email: CLIENT.email, password: DEMO_PASSWORD };
  if ((await trySignIn(reach.gateway, who)) !== undefined) return;
  dataOf(
    await call(reach.gateway, {
      path: '/api/auth/register',
      body: { ...CLIENT, tenant: DEMO.slug, password: DEMO_PASSWORD },
    }),
    201,
  );
}
