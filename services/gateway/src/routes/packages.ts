import { PackageInput, PackagePatch } from '@consult/contracts/api/package';
import { CATEGORIES, Id, PACKAGE_TYPES } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, PAGE_LIMIT_MAX, pageOf, pageQuery, versionedAnswer, versionOf } from '../http/answers.ts';
import { contentTag, unlessKnown } from '../http/conditional.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import type { App, RouteContext } from './context.ts';

const byId = Type.Object({ packageId: Id });
const strict = { additionalProperties: false } as const;

/** The pricing page, and the admin's management of packages. */
export function packageRoutes(app: App, context: RouteContext): void {
  pricing(app, context);
  management(app, context);
}

function pricing(app: App, { clients, tenants }: RouteContext): void {
  const query = Type.Object(
    {
      featured: Type.Optional(Type.Boolean()),
      category: Type.Optional(Type.Enum(CATEGORIES)),
      type: Type.Optional(Type.Enum(PACKAGE_TYPES)),
      currency: Type.Optional(Type.String({ pattern: '^[A-Za-z]{3}$' })),
      ...pageQuery,
    },
    strict,
  );
  app.get(
    '/api/billing/packages',
    { config: { public: true }, schema: { tags: ['packages'], querystring: query } },
    async (request, reply) => {
      const { featured, category, type, currency } = request.query;
      const answer = await clients.catalog.listActivePackages(await tenants.publicCallerOf(request), {
        ...(featured === undefined ? {} : { featured }),
        ...(category === undefined ? {} : { category }),
        ...(type === undefined ? {} : { type }),
        ...(currency === undefined ? {} : { currency }),
        page: pageOf(request.query, PAGE_LIMIT_MAX),
      });
      const list = listAnswer(answer.packages, answer.page);
      return unlessKnown(request, reply, { answer: list, etag: contentTag(list) });
    },
  );

  app.get(
    '/api/billing/packages/:packageId',
    { config: { public: true }, schema: { tags: ['packages'], params: byId } },
    async (request, reply) => {
      const caller = await tenants.publicCallerOf(request);
      const answer = versionedAnswer(reply, await clients.catalog.getPackage(caller, request.params));
      return unlessKnown(request, reply, { answer, etag: `"${answer.data.version}"` });
    },
  );
}

function management(app: App, { clients }: RouteContext): void {
  const admin = { roles: ['admin'] } as const;

  app.post(
    '/api/admin/packages',
    { config: { ...admin, success: 201 }, schema: { tags: ['admin'], body: PackageInput } },
    async (request, reply) => {
      const input = { requestId: requestIdOf(request), inputJson: JSON.stringify(request.body) };
      return versionedAnswer(reply, await clients.catalog.createPackage(callerOf(request), input));
    },
  );

  const query = Type.Object(
    { status: Type.Optional(Type.Enum(['active', 'inactive', 'archived'])), ...pageQuery },
    strict,
  );
  app.get(
    '/api/admin/packages',
    { config: admin, schema: { tags: ['admin'], querystring: query } },
    async (request) => {
      const { status } = request.query;
      const page = pageOf(request.query);
      const answer = await clients.catalog.listPackages(
        callerOf(request),
        status === undefined ? { page } : { status, page },
      );
      return listAnswer(answer.packages, answer.page);
    },
  );

  app.get(
    '/api/admin/packages/:packageId',
    { config: admin, schema: { tags: ['admin'], params: byId } },
    async (request, reply) =>
      versionedAnswer(reply, await clients.catalog.getPackage(callerOf(request), request.params)),
  );

  app.post(
    '/api/admin/packages/:packageId/clone',
    { config: { ...admin, success: 201 }, schema: { tags: ['admin'], params: byId } },
    async (request, reply) => {
      const order = { ...request.params, requestId: requestIdOf(request) };
      return versionedAnswer(reply, await clients.catalog.clonePackage(callerOf(request), order));
    },
  );

  app.patch(
    '/api/admin/packages/:packageId',
    { config: { ...admin, ifMatch: true }, schema: { tags: ['admin'], params: byId, body: PackagePatch } },
    async (request, reply) => {
      const patch = { ...request.params, version: versionOf(request), patchJson: JSON.stringify(request.body) };
      return versionedAnswer(reply, await clients.catalog.updatePackage(callerOf(request), patch));
    },
  );

  // The verb is the whole request: these moves take no body.
  for (const move of ['publish', 'retire', 'archive'] as const)
    app.post(
      `/api/admin/packages/:packageId/${move}`,
      { config: admin, schema: { tags: ['admin'], params: byId } },
      async (request, reply) =>
        versionedAnswer(reply, await clients.catalog.setPackageStatus(callerOf(request), { ...request.params, move })),
    );

  app.get(
    '/api/admin/packages/:packageId/versions',
    { config: admin, schema: { tags: ['admin'], params: byId, querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const answer = await clients.catalog.listPackageVersions(callerOf(request), {
        ...request.params,
        page: pageOf(request.query),
      });
      return listAnswer(answer.versions, answer.page);
    },
  );
}
