import type { PackageInput, PackagePatch } from '@consult/contracts/api/package';

/**
 * What is stated after a change: each part merged field by field. The status is no statement but a state of its own
 * (see moves.ts), and pricePerCredit only a check at the moment it is sent.
 */
export function mergePatch(stated: PackageInput, patch: PackagePatch): PackageInput {
  return {
    details: { ...stated.details, ...patch.details },
    credits: mergeCredits(stated.credits, patch.credits),
    pricing: { ...stated.pricing, ...patch.pricing },
    subscription: { ...stated.subscription, ...patch.subscription },
    availability: { ...stated.availability, ...patch.availability },
    eligibility: { ...stated.eligibility, ...patch.eligibility },
    marketing: { ...stated.marketing, ...patch.marketing },
    features: patch.features ?? stated.features ?? [],
  };
}

/** What is kept of a statement for the next change to be laid over. */
export function withoutChecks(stated: PackageInput): PackageInput {
  const { pricePerCredit: _check, ...pricing } = stated.pricing;
  const { status: _state, ...availability } = stated.availability ?? {};
  return { ...stated, pricing, availability };
}

/** Unlimited takes the place of a number stated before. */
function mergeCredits(stated: PackageInput['credits'], patch: PackagePatch['credits'] = {}): PackageInput['credits'] {
  if (patch.unlimited !== true || stated.unlimited === true) return { ...stated, ...patch };
  const { total: _number, ...rest } = stated;
  return { ...rest, ...patch };
}
