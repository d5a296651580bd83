import { PackageSnapshot } from '@consult/contracts/events/catalog';
import { type Caller, systemCaller } from '@consult/runtime/caller';
import { parse } from '@consult/runtime/parse';
import type { Deps } from './deps.ts';

/** The package as the catalog has it now, with the terms a purchase freezes. Refusals: not_found, dependency_unavailable. */
export async function soldPackage(
  deps: Pick<Deps, 'catalog'>,
  caller: Caller,
  packageId: string,
): Promise<PackageSnapshot> {
  // As the service: a client would not be shown a package that has just left the shelf, and the refusal should say so.
  const system = systemCaller(caller.tenantId, 'billing', caller.requestId);
  const found = await deps.catalog.getPackage(system, { packageId });
  return snapshotOf(found);
}

type Answer = Awaited<ReturnType<Deps['catalog']['getPackage']>>;

/** The catalog's answer as the terms of a sale. Throws `internal` when the catalog has left something out: nothing is guessed. */
function snapshotOf(answer: Answer): PackageSnapshot {
  const { packageId, version, details, availability, eligibility, marketing, features } = answer;
  return parse(
    PackageSnapshot,
    {
      packageId,
      version,
      ...(details === null ? {} : { details }),
      ...creditsOf(answer),
      ...pricingOf(answer),
      ...(answer.subscription === null ? {} : { subscription: answer.subscription }),
      ...(availability === null ? {} : { availability: present(availability) }),
      ...(eligibility === null ? {} : { eligibility: present(eligibility) }),
      ...(marketing === null ? {} : { marketing }),
      features,
      ...(answer.platformFee === null ? {} : { platformFee: present(answer.platformFee) }),
    },
    'internal',
  );
}

function creditsOf({ credits }: Answer): object {
  if (credits === null) return {};
  const { duration, rollover, ...rest } = credits;
  return {
    credits: {
      ...present(rest),
      ...(duration === null ? {} : { duration }),
      ...(rollover === null ? {} : { rollover }),
    },
  };
}

function pricingOf({ pricing }: Answer): object {
  if (pricing === null) return {};
  const { discount, ...rest } = pricing;
  return { pricing: { ...present(rest), ...(discount === null ? {} : { discount: present(discount) }) } };
}

/** Without the loader's `_field` twins of optional fields. */
function present(message: object): object {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !name.startsWith('_')));
}
