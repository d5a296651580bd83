import {
  addConsultant,
  buy,
  createPackage,
  createTenant,
  type Person,
  registerClient,
  startWorld,
  type Tenant,
  type World,
} from './world.ts';

/** A package in short. */
export interface Wares {
  name: string;
  type: string;
  credits: number;
  amount: number;
  days?: number;
}

/** Puts a package on sale; answers its id. */
export function sell(tenant: Tenant, { name, type, credits: total, amount, days }: Wares): Promise<string> {
  const credits = { total, ...(days === undefined ? {} : { expiresAfterDays: days }) };
  return createPackage(tenant, { details: { name, type }, credits, pricing: { amount } });
}

export interface Sale {
  world: World;
  tenant: Tenant;
  mike: Person;
  client: Person;
}

/** A world of its own with a tenant that has sold its one bundle: the consultant, and the client who has bought it. */
export async function startSale(
  slug: string,
  bundle: Omit<Wares, 'type'>,
  env: Record<string, string> = {},
): Promise<Sale> {
  const world = await startWorld({ clockStart: '2025-01-01T09:00:00Z', env });
  try {
    const tenant = await createTenant(world, slug);
    const mike = await addConsultant(world, tenant, 'Mike Johnson', `mike@${slug}.test`);
    await sell(tenant, { ...bundle, type: 'consultation_bundle' });
    const client = await registerClient(world, slug, 'Client', `client@${slug}.test`);
    await buy(world, client, bundle.name);
    return { world, tenant, mike, client };
  } catch (error) {
    // Whoever waits for it has nothing to stop yet.
    await world.stop();
    throw error;
  }
}
