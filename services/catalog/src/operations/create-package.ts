import type { PackageInput } from '@consult/contracts/api/package';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId, newId } from '@consult/runtime/ids';
import type { Package } from '../domain/package.ts';
import { withoutChecks } from '../domain/patch.ts';
import { deriveTerms } from '../domain/terms.ts';
import { PACKAGES } from '../store/package-document.ts';
import { findPackageOfRequest, insertPackage, type StoredPackage } from '../store/packages.ts';
import { requireAdmin } from './access.ts';
import type { Deps } from './deps.ts';
import { packageEvent } from './package-event.ts';
import { refuseFaults } from './refuse-faults.ts';
import { tenantDefaults } from './tenant-defaults.ts';

/** The caller's idempotency key, and what came with it. */
type Request = NonNullable<StoredPackage['request']>;

/**
 * Makes a package from what an admin states; the same request again is the same package. An empty request id makes a new one each time.
 * Refusals: forbidden, invalid_request or rule_refused (every fault), idempotency_key_reused, not_found (tenant).
 */
export async function createPackage(
  deps: Deps,
  caller: Caller,
  order: { requestId: string; input: PackageInput },
): Promise<Package> {
  requireAdmin(caller);
  const { requestId, input } = order;
  const fingerprint = derivedId(canonical(input));
  return makeOnce(deps, caller, {
    request: requestId === '' ? undefined : { id: requestId, fingerprint },
    change: 'created',
    state: async () => input,
  });
}

/**
 * Makes a package from what `state` states, or answers the one its request has made before.
 * Refusals: those of `state`, invalid_request or rule_refused (every fault), idempotency_key_reused, not_found (tenant).
 */
export async function makeOnce(
  deps: Deps,
  caller: Caller,
  order: { request: Request | undefined; change: string; state: () => Promise<PackageInput> },
): Promise<Package> {
  const { request, change } = order;
  const { tenantId, userId: changedBy } = caller;
  const known = request && (await madeBefore(deps, tenantId, request));
  if (known !== undefined) return known;
  const input = await order.state();
  const derived = deriveTerms(input, await tenantDefaults(deps, caller));
  if ('faults' in derived) return refuseFaults(derived.faults);
  const now = deps.clock.now();
  const packageId = await deps.nextPackageId(tenantId);
  const pkg: Package = { ...derived.terms, packageId, tenantId, version: 1, createdAt: now, updatedAt: now };
  const stored: StoredPackage = {
    _id: newId(),
    pkg,
    stated: withoutChecks(input),
    ...(request === undefined ? {} : { request }),
  };
  const events = [packageEvent(pkg)];
  if (await insertPackage(deps.packages, stored, { changedBy, change, changedPaths: [], events })) {
    deps.relay.nudge(PACKAGES, tenantId, stored._id, events);
    return pkg;
  }
  return (request && (await madeBefore(deps, tenantId, request))) ?? refuse('conflict');
}

async function madeBefore({ packages }: Deps, tenantId: string, request: Request): Promise<Package | undefined> {
  const found = await findPackageOfRequest(packages, { tenantId, requestId: request.id });
  if (found !== undefined && found.request?.fingerprint !== request.fingerprint) refuse('idempotency_key_reused');
  return found?.pkg;
}

/** The same text for the same content, whatever the order of its properties. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
