import type { PoliciesInput } from '@consult/contracts/api/identity';
import type { FieldError } from '@consult/contracts/errors';
import { DEFAULT_POLICIES, type Policies } from '@consult/contracts/events/identity';
import { isKnownCurrency, isKnownZone } from './known.ts';

type Length = NonNullable<Policies['sessionMinutes']>[string];

export interface Tenant {
  tenantId: string;
  slug: string;
  name: string;
  stripeAccountId: string;
  /** ISO 4217, upper case. */
  currency: string;
  timezone: string;
  policies: Policies;
  version: number;
  createdAt: Date;
}

/** A tenant as its creator states it, parsed. */
export interface TenantDraft {
  slug: string;
  name: string;
  stripeAccountId: string;
  currency: string;
  timezone: string;
  policies: PoliciesInput;
}

/** The parts an admin changes; what is absent stays. */
export interface TenantPatch {
  name?: string | undefined;
  timezone?: string | undefined;
  /** Whole, but for the version. */
  policies?: PoliciesInput | undefined;
}

/** Every code that names nothing and every length that contradicts itself, at once, each with an RFC 6901 pointer. */
export function tenantFaults(stated: {
  currency?: string | undefined;
  timezone?: string | undefined;
  policies?: PoliciesInput | undefined;
}): FieldError[] {
  const { currency, timezone, policies } = stated;
  const faults: FieldError[] = [];
  if (currency !== undefined && !isKnownCurrency(currency))
    faults.push({ pointer: '/currency', code: 'unknown_currency', message: 'is not an ISO 4217 currency' });
  if (timezone !== undefined && !isKnownZone(timezone))
    faults.push({ pointer: '/timezone', code: 'unknown_zone', message: 'is not an IANA time zone' });
  for (const [type, { minimum, maximum }] of Object.entries(policies?.sessionMinutes ?? {}))
    if (minimum > maximum)
      faults.push({
        pointer: `/policies/sessionMinutes/${type}`,
        code: 'empty_range',
        message: 'minimum must not be above maximum',
      });
  return faults;
}

/** The first version of a tenant: what is not said is the default. */
export function newTenant(draft: TenantDraft, given: { tenantId: string; now: Date }): Tenant {
  const policies = wholePolicies(draft.policies, 1);
  return { ...draft, policies, tenantId: given.tenantId, version: 1, createdAt: given.now };
}

/** The next version of a tenant. Policies get a version of their own only when a rule changed: bookings name it. */
export function changeTenant(tenant: Tenant, patch: TenantPatch): Tenant {
  return {
    ...tenant,
    name: patch.name ?? tenant.name,
    timezone: patch.timezone ?? tenant.timezone,
    policies: patch.policies === undefined ? tenant.policies : changePolicies(tenant.policies, patch.policies),
    version: tenant.version + 1,
  };
}

function changePolicies(before: Policies, rules: PoliciesInput): Policies {
  const after = wholePolicies(rules, before.version);
  const { sessionMinutes: lengthsBefore = {}, ...plainBefore } = before;
  const { sessionMinutes: lengthsAfter = {}, ...plainAfter } = after;
  const same = isSame(plainBefore, plainAfter, Object.is) && isSame(lengthsBefore, lengthsAfter, isSameLength);
  return same ? before : { ...after, version: before.version + 1 };
}

/** Whether two records say the same; a name without a value is a name left out. */
function isSame<T>(a: Record<string, T>, b: Record<string, T>, equal: (one: T, other: T) => boolean): boolean {
  return Object.keys({ ...a, ...b }).every((name) => {
    const [one, other] = [a[name], b[name]];
    return one === undefined || other === undefined ? one === other : equal(one, other);
  });
}

function isSameLength(one: Length, other: Length): boolean {
  return one.minimum === other.minimum && one.maximum === other.maximum;
}

/** What is not said is the default; no lengths of one's own is the same as none said (proto3 cannot tell them apart). */
function wholePolicies({ sessionMinutes, ...rules }: PoliciesInput, version: number): Policies {
  const own = sessionMinutes !== undefined && Object.keys(sessionMinutes).length > 0 ? { sessionMinutes } : {};
  return { ...DEFAULT_POLICIES, ...rules, ...own, version };
}
