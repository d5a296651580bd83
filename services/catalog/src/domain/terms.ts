import type { PackageInput } from '@consult/contracts/api/package';
import { deriveCredits } from './credit-terms.ts';
import { contradictionIf, type Faults } from './fault.ts';
import { instantOf } from './instants.ts';
import type { Availability, Status, Terms } from './package.ts';
import { derivePricing } from './pricing.ts';
import { deriveRecurrence } from './recurrence.ts';

/** What a tenant's rules add to what is stated. */
export interface TenantDefaults {
  currency: string;
  /** Sessions per period that unlimited stands for. */
  fairUse: number;
}

export type Derived = { terms: Terms } | { faults: Faults };

/** The whole terms of a package from what its admin stated: every default filled in, or every fault named. */
export function deriveTerms(stated: PackageInput, tenant: TenantDefaults, status: Status = 'active'): Derived {
  const { details, marketing, features } = stated;
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
  status: Status,
): { availability: Availability; faults: Faults } {
  const startDate = stated.startDate === undefined ? undefined : instantOf(stated.startDate);
  const endDate = stated.endDate === undefined ? undefined : instantOf(stated.endDate);
  const neverOnSale = startDate !== undefined && endDate !== undefined && endDate <= startDate;
  return {
    availability: {
      status: stated.status ?? status,
      featuredPackage: stated.featuredPackage ?? false,
      displayOrder: stated.displayOrder ?? 0,
      ...(startDate === undefined ? {} : { startDate }),
      ...(endDate === undefined ? {} : { endDate }),
      limitedTimeOffer: stated.limitedTimeOffer ?? false,
    },
    faults: contradictionIf(neverOnSale, '/availability/endDate', 'must be after startDate'),
  };
}
