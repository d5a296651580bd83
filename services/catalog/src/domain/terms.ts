import type { PackageInput } from '@consult/contracts/api/package';
import { deriveCredits } from './credit-terms.ts';
import { contradictionIf, type Faults } from './fault.ts';
import { instantOf } from './instants.ts';
import type { Availability, Status, Terms } from './package.ts';
import { derivePricing } from './pricing.ts';
import { deriveRecurrence } from './recurrence.ts';
import { firstStatus, scheduleFaults } from './schedule.ts';

/** What a tenant's rules add to what is stated. */
export interface TenantDefaults {
  currency: string;
  /** Sessions per period that unlimited stands for. */
  fairUse: number;
}

export type Derived = { terms: Terms } | { faults: Faults };

/**
 * The whole terms of a package from what its admin stated: every default filled in, or every fault named. `status` is what it
 * is now; absent for a new one.
 */
export function deriveTerms(stated: PackageInput, tenant: TenantDefaults, status?: Status): Derived {
  const { details, marketing, features, platformFee } = stated;
  const { subscription, faults: recurrenceFaults } = deriveRecurrence(stated);
  const credit = deriveCredits(stated, { subscription, fairUse: tenant.fairUse });
  const price = derivePricing(stated, { currency: tenant.currency, total: credit.credits.total });
  const sale = deriveAvailability(stated.availability ?? {}, status);
  const faults = [...credit.faults, ...price.faults, ...recurrenceFaults, ...sale.faults];
  if (faults.length > 0) return { faults };
  return {
    terms: {
      details: {
        name: details.name,
        type: details.type,
        description: details.description ?? '',
        category: details.category ?? 'individual',
      },
      credits: credit.credits,
      pricing: price.pricing,
      ...(subscription === undefined ? {} : { subscription }),
      availability: sale.availability,
      eligibility: eligibilityOf(stated),
      marketing: { tagline: marketing?.tagline ?? '', badge: marketing?.badge ?? '' },
      features: features ?? [],
      ...(platformFee === undefined
        ? {}
        : { platformFee: { basisPoints: platformFee.basisPoints, fixedMinor: platformFee.fixedMinor ?? 0 } }),
    },
  };
}

function eligibilityOf({ eligibility = {} }: PackageInput): Terms['eligibility'] {
  const { clientTypes, maximumPurchasePerClient } = eligibility;
  return {
    clientTypes: [...new Set(clientTypes)],
    ...(maximumPurchasePerClient === undefined ? {} : { maximumPurchasePerClient }),
  };
}

function deriveAvailability(
  stated: NonNullable<PackageInput['availability']>,
  before: Status | undefined,
): { availability: Availability; faults: Faults } {
  const startDate = instantIf(stated.startDate);
  const endDate = instantIf(stated.endDate);
  const publishAt = instantIf(stated.publishAt);
  const retireAt = instantIf(stated.retireAt);
  const schedule = {
    ...(publishAt === undefined ? {} : { publishAt }),
    ...(retireAt === undefined ? {} : { retireAt }),
  };
  const status = stated.status ?? before ?? firstStatus(schedule);
  const neverOnSale = startDate !== undefined && endDate !== undefined && endDate <= startDate;
  return {
    availability: {
      status,
      featuredPackage: stated.featuredPackage ?? false,
      displayOrder: stated.displayOrder ?? 0,
      ...(startDate === undefined ? {} : { startDate }),
      ...(endDate === undefined ? {} : { endDate }),
      limitedTimeOffer: stated.limitedTimeOffer ?? false,
      ...schedule,
    },
    faults: [
      ...contradictionIf(neverOnSale, '/availability/endDate', 'must be after startDate'),
      ...scheduleFaults(status, schedule),
    ],
  };
}

function instantIf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : instantOf(text);
}
