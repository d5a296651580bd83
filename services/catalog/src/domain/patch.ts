import type { Changes, PackageInput, PackagePatch } from '@consult/contracts/api/package';

/**
 * What is stated after a change: each part merged field by field, and what is null taken out again. The status is no statement
 * but a state of its own (see moves.ts), and pricePerCredit only a check at the moment it is sent.
 */
export function mergePatch(stated: PackageInput, patch: PackagePatch): PackageInput {
  return {
    details: { ...merge(stated.details, patch.details), type: stated.details.type },
    credits: mergeCredits(stated.credits, patch.credits),
    pricing: merge(stated.pricing, patch.pricing),
    subscription: mergePart(stated.subscription, patch.subscription),
    availability: mergePart(stated.availability, patch.availability),
    eligibility: mergePart(stated.eligibility, patch.eligibility),
    marketing: mergePart(stated.marketing, patch.marketing),
    features: patch.features === undefined ? (stated.features ?? []) : (patch.features ?? []),
    ...feeOf(stated, patch),
  };
}

/** A fee is stated whole: half of another one would be nobody's. */
function feeOf(stated: PackageInput, { platformFee }: PackagePatch): Pick<PackageInput, 'platformFee'> {
  const fee = platformFee === undefined ? stated.platformFee : (platformFee ?? undefined);
  return fee === undefined ? {} : { platformFee: fee };
}

/** What is kept of a statement for the next change to be laid over. */
export function withoutChecks(stated: PackageInput): PackageInput {
  const { pricePerCredit: _check, ...pricing } = stated.pricing;
  const { status: _state, ...availability } = stated.availability ?? {};
  return { ...stated, pricing, availability };
}

/** Unlimited takes the place of a number stated before. */
function mergeCredits(stated: PackageInput['credits'], patch: PackagePatch['credits'] = {}): PackageInput['credits'] {
  if (patch.unlimited !== true || stated.unlimited === true) return merge(stated, patch);
  const { total: _number, ...rest } = stated;
  return merge(rest, patch);
}

/** A part that may be missing; null takes all of it out. */
function mergePart<T extends object>(
  stated: T | undefined,
  patch: Changes<T> | null | undefined,
): T | Record<never, never> {
  return patch === null ? {} : merge<Partial<T>>({ ...stated }, { ...patch });
}

function merge<T extends object>(stated: T, patch: Changes<T> = {}): T {
  const fields = Object.entries({ ...stated, ...patch }).filter(([, value]) => value !== null);
  // The schema lets null stand only where the field may be missing.
  return Object.fromEntries(fields) as T;
}
