import type { PackagePatch } from '@consult/contracts/api/package';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { changedPaths } from '../domain/changes.ts';
import { decideMove, type Move, movesFrom } from '../domain/moves.ts';
import type { Package } from '../domain/package.ts';
import { mergePatch, withoutChecks } from '../domain/patch.ts';
import { deriveTerms } from '../domain/terms.ts';
import { findPackage } from '../store/packages.ts';
import { requireAdmin } from './access.ts';
import type { Deps } from './deps.ts';
import { movedTo } from './moved.ts';
import { refuseFaults } from './refuse-faults.ts';
import { saveVersion } from './save-version.ts';
import { tenantDefaults } from './tenant-defaults.ts';

/** How often a move is decided anew when others change the same package at the same moment. */
const ATTEMPTS_MAX = 5;

/**
 * A new version of a package; what has been sold keeps the one it was sold under. A change that changes nothing makes none.
 * Refusals: forbidden, not_found, version_mismatch (+ currentVersion), invalid_transition (archived),
 * invalid_request or rule_refused (every fault).
 */
export async function updatePackage(
  deps: Deps,
  caller: Caller,
  change: { packageId: string; version: number; patch: PackagePatch },
): Promise<Package> {
  requireAdmin(caller);
  const { tenantId } = caller;
  const before = (await findPackage(deps.packages, { tenantId, packageId: change.packageId })) ?? refuse('not_found');
  const { pkg } = before;
  if (pkg.version !== change.version) return refuse('version_mismatch', { currentVersion: pkg.version });
  const { status } = pkg.availability;
  if (status === 'archived') return refuse('invalid_transition', { from: status, allowed: movesFrom(status) });
  const merged = mergePatch(before.stated, change.patch);
  const derived = deriveTerms(merged, await tenantDefaults(deps, caller), status);
  if ('faults' in derived) return refuseFaults(derived.faults);
  if (changedPaths(pkg, derived.terms).length === 0) return pkg;
  // Taken apart, so that a subscription or a fee which is no more does not stay.
  const { subscription: _before, platformFee: _fee, ...kept } = pkg;
  const made = { pkg: { ...kept, ...derived.terms }, stated: withoutChecks(merged), changedBy: caller.userId };
  return (await saveVersion(deps, before, made)) ?? refuse('version_mismatch');
}

/**
 * Publishes, retires or archives a package, which is a new version too; the same move again changes nothing.
 * Refusals: forbidden, not_found, invalid_transition (+ from, allowed), conflict.
 */
export async function setPackageStatus(
  deps: Deps,
  caller: Caller,
  order: { packageId: string; move: Move },
): Promise<Package> {
  requireAdmin(caller);
  const { tenantId } = caller;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const before = (await findPackage(deps.packages, { tenantId, packageId: order.packageId })) ?? refuse('not_found');
    const from = before.pkg.availability.status;
    const decision = decideMove(from, order.move);
    if (decision === 'same') return before.pkg;
    if ('refused' in decision) return refuse('invalid_transition', { from, allowed: decision.refused });
    const moved = movedTo(before, decision.to);
    const saved = await saveVersion(deps, before, { ...moved, changedBy: caller.userId, change: order.move });
    if (saved !== undefined) return saved;
  }
  return refuse('conflict');
}
