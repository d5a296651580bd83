import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import { seesAll } from '../operations/access.ts';
import { clonePackage } from '../operations/clone-package.ts';
import { setPackageStatus, updatePackage } from '../operations/change-package.ts';
import { createPackage } from '../operations/create-package.ts';
import type { Deps } from '../operations/deps.ts';
import { getPackage, listActivePackages, listPackages, listPackageVersions } from '../operations/read-packages.ts';
import { placeOf } from '../store/package-lists.ts';
import { packageAnswer, publicAnswer, versionAnswer } from './answers.ts';
import {
  CloneCall,
  CreateCall,
  ListCall,
  MoveCall,
  NewestPlace,
  PackageCall,
  readInput,
  readPatch,
  SaleCall,
  SalePlace,
  UpdateCall,
  VersionPlace,
} from './requests.ts';

type Of<K extends keyof Handlers<'catalog'>> = Pick<Handlers<'catalog'>, K>;

/** Every method of `consult.catalog.v1.Catalog`: parse, then the operation. */
export function handlers(deps: Deps): Handlers<'catalog'> {
  return { ...managing(deps), ...reading(deps) };
}

function managing(deps: Deps): Of<'createPackage' | 'clonePackage' | 'updatePackage' | 'setPackageStatus'> {
  return {
    createPackage: async (caller, request) => {
      const { requestId } = parse(CreateCall, request);
      return packageAnswer(await createPackage(deps, caller, { requestId, input: readInput(request.inputJson) }));
    },
    clonePackage: async (caller, request) => packageAnswer(await clonePackage(deps, caller, parse(CloneCall, request))),
    updatePackage: async (caller, request) => {
      const target = parse(UpdateCall, request);
      return packageAnswer(await updatePackage(deps, caller, { ...target, patch: readPatch(request.patchJson) }));
    },
    setPackageStatus: async (caller, request) =>
      packageAnswer(await setPackageStatus(deps, caller, parse(MoveCall, request))),
  };
}

function reading(deps: Deps): Of<'getPackage' | 'listActivePackages' | 'listPackages' | 'listPackageVersions'> {
  return {
    getPackage: async (caller, request) => {
      const found = await getPackage(deps, caller, parse(PackageCall, request).packageId);
      return seesAll(caller) ? packageAnswer(found) : publicAnswer(found);
    },
    listActivePackages: async (caller, request) => {
      const filter = parse(SaleCall, request);
      const limit = pageLimit(request.page);
      const after = placeIn(SalePlace, request.page);
      const found = await listActivePackages(deps, caller, { filter, after, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, placeOf);
      return { packages: rows.map(publicAnswer), page };
    },
    listPackages: async (caller, request) => {
      const { status } = parse(ListCall, request);
      const limit = pageLimit(request.page);
      const after = placeIn(NewestPlace, request.page)?.id ?? '';
      const found = await listPackages(deps, caller, { status, after, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, ({ id }) => ({ id }));
      return { packages: rows.map(({ pkg }) => packageAnswer(pkg)), page };
    },
    listPackageVersions: async (caller, request) => {
      const { packageId } = parse(PackageCall, request);
      const limit = pageLimit(request.page);
      const { before } = placeIn(VersionPlace, request.page) ?? { before: Number.MAX_SAFE_INTEGER };
      const found = await listPackageVersions(deps, caller, { packageId, before, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, ({ version }) => ({ before: version }));
      return { versions: rows.map(versionAnswer), page };
    },
  };
}
