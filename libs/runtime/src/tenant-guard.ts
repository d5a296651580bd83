import type { Aggregate, AnyBulkWriteOperation, Connection, HydratedDocument, Query, Schema } from 'mongoose';
import type { Logger } from './logger.ts';
import { isRecord } from './parse.ts';

declare module 'mongoose' {
  interface QueryOptions {
    /** Lets a worker's query go across tenants; says why, for the log. */
    acrossTenants?: string;
  }
}

const UPDATES = ['updateOne', 'updateMany', 'findOneAndUpdate'] as const;
const REPLACEMENTS = ['replaceOne', 'findOneAndReplace'] as const;
const OTHERS = [
  'countDocuments',
  'distinct',
  'estimatedDocumentCount',
  'find',
  'findOne',
  'findOneAndDelete',
  'deleteOne',
  'deleteMany',
] as const;
const QUERY_ONLY = { query: true, document: false } as const;
/** Stages that reach another collection, where the first `$match` says nothing. */
const FOREIGN_STAGES = new Set(['$lookup', '$graphLookup', '$unionWith', '$out', '$merge']);

type AnyQuery = Query<unknown, unknown>;
type Stored = HydratedDocument<{ tenantId?: unknown }>;

/** A schema, with its hooks, serves all connections of a process; the log is each connection's own. */
const loggers = new WeakMap<Connection, Logger>();

/** Guards every model made on this connection: whatever could touch two tenants throws before it reaches the database. */
export function guardTenants(connection: Connection, logger?: Logger): void {
  connection.plugin(tenantGuard);
  if (logger) loggers.set(connection, logger);
}

function tenantGuard(schema: Schema): void {
  schema.pre<AnyQuery>([...OTHERS], QUERY_ONLY, function () {
    tenantOf(this);
  });
  schema.pre<AnyQuery>([...UPDATES], QUERY_ONLY, function () {
    keepsTenant(tenantOf(this), this.getUpdate());
  });
  schema.pre<AnyQuery>([...REPLACEMENTS], QUERY_ONLY, function () {
    const tenantId = tenantOf(this);
    const replacement: unknown = this.getUpdate();
    if (!isRecord(replacement) || replacement['tenantId'] !== tenantId) fail('a replacement must keep its tenantId');
  });
  schema.pre<Aggregate<unknown>>('aggregate', function () {
    checkPipeline(this);
  });
  schema.pre('insertMany', function (documents: unknown) {
    for (const document of Array.isArray(documents) ? documents : [documents]) ownTenant(document);
  });
  schema.pre('bulkWrite', function (operations: AnyBulkWriteOperation[]) {
    for (const operation of operations) checkBulk(operation);
  });
  schema.pre<Stored>('save', function () {
    checkDocument(this);
  });
  schema.pre<Stored>('deleteOne', { document: true, query: false }, function () {
    checkDocument(this);
  });
}

/** The one tenant a query names; undefined when it goes across tenants on purpose. */
function tenantOf(query: AnyQuery): string | undefined {
  const why = query.getOptions().acrossTenants;
  if (typeof why === 'string' && why !== '') {
    logCrossing(query.model, why);
    return undefined;
  }
  return named(query.getFilter());
}

function logCrossing(model: { db: Connection; modelName: string }, why: string): void {
  loggers.get(model.db)?.debug({ model: model.modelName, why }, 'a query across tenants');
}

/** `tenantId` at the top of a filter as a string, or `{ $eq: string }`; an operator would let others in. */
function named(filter: unknown): string {
  const value = isRecord(filter) ? filter['tenantId'] : undefined;
  const tenantId = isRecord(value) && Object.keys(value).length === 1 ? value['$eq'] : value;
  return typeof tenantId === 'string' && tenantId !== '' ? tenantId : fail('a filter must name one tenantId');
}

/** An update may repeat the tenant it was found by, and nothing else. */
function keepsTenant(tenantId: string | undefined, update: unknown): void {
  if (update === null || update === undefined) return;
  if (!isRecord(update)) fail('an update with a pipeline is not guarded');
  for (const [operator, fields] of Object.entries(update)) {
    const changed = operator === 'tenantId' ? fields : isRecord(fields) ? fields['tenantId'] : undefined;
    if (changed !== undefined && changed !== tenantId) fail('an update must keep its tenantId');
    if (operator === '$rename' && isRecord(fields) && Object.values(fields).includes('tenantId'))
      fail('an update must keep its tenantId');
  }
}

function checkPipeline(aggregate: Aggregate<unknown>): void {
  const why: unknown = aggregate.options['acrossTenants'];
  if (typeof why === 'string' && why !== '') {
    logCrossing(aggregate.model(), why);
    return;
  }
  const stages: unknown[] = aggregate.pipeline();
  const [first] = stages;
  named(isRecord(first) ? first['$match'] : undefined);
  if (reachesOut(stages)) fail('a pipeline must stay in its collection');
}

function reachesOut(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(reachesOut);
  return isRecord(value) && Object.entries(value).some(([key, inner]) => FOREIGN_STAGES.has(key) || reachesOut(inner));
}

function checkBulk(operation: AnyBulkWriteOperation): void {
  for (const [kind, body] of Object.entries(operation) as [string, Record<string, unknown>][]) {
    if (kind === 'insertOne') {
      ownTenant(body['document']);
      continue;
    }
    const tenantId = named(body['filter']);
    if (kind === 'replaceOne') {
      if (ownTenant(body['replacement']) !== tenantId) fail('a replacement must keep its tenantId');
    } else keepsTenant(tenantId, body['update']);
  }
}

function ownTenant(document: unknown): string {
  const value: unknown =
    typeof document === 'object' && document !== null && 'tenantId' in document ? document.tenantId : undefined;
  return typeof value === 'string' && value !== '' ? value : fail('a document must have a tenantId');
}

function checkDocument(document: Stored): void {
  // Part of another document, which has been looked at itself.
  if ('$isSubdocument' in document) return;
  ownTenant(document);
  if (!document.isNew && document.isModified('tenantId')) fail('a document must keep its tenantId');
  const { shardKey } = document.schema.options;
  // Without it, mongoose would save and delete by `_id` alone.
  if (!isRecord(shardKey) || !('tenantId' in shardKey)) fail('its schema needs shardKey: { tenantId: 1 }');
}

function fail(rule: string): never {
  throw new Error(`tenant guard: ${rule}`);
}
