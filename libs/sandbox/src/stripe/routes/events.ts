import type { mongo } from 'mongoose';
import { noSuch } from '../errors.ts';
import type { EventDocument } from '../events.ts';
import { PAGE, pageOf, route, type Call, type Route } from '../http/route.ts';
import type { Json } from '../objects.ts';
import { flag, listOf, range, text, word, type Values } from '../params.ts';
import { cursorWindow, equalFilter, pageLimit, rangeFilter } from '../store.ts';

const LIST = { ...PAGE, created: range, delivery_success: flag, type: text, types: listOf(word) };

export const eventRoutes: readonly Route[] = [
  route('GET', '/v1/events/:id', {}, async ({ work, database, id }) => {
    const found = await database.events.findOne({ _id: id, account: work.account });
    if (found === null) throw noSuch('event', id);
    return { ...found.body };
  }),
  route('GET', '/v1/events', LIST, list),
];

async function list({ work, database, path }: Call, values: Values<typeof LIST>): Promise<Json> {
  const { account } = work;
  const page = pageOf(values);
  const limit = pageLimit(page);
  const window = await cursorWindow(
    page,
    async (id) => (await database.events.findOne({ _id: id, account }))?.sequence,
    'event',
  );
  const filter = {
    ...window.filter,
    ...equalFilter({ 'body.type': values.type }),
    ...rangeFilter('body.created', values.created),
  };
  const types = values.types === undefined ? {} : { 'body.type': { $in: values.types } };
  const delivered =
    values.delivery_success === undefined
      ? {}
      : { 'delivery.state': values.delivery_success ? 'delivered' : { $ne: 'delivered' } };
  const query = { account, ...filter, ...types, ...delivered } as mongo.Filter<EventDocument>;
  const found = await database.events
    .find(query)
    .sort({ sequence: window.direction })
    .limit(limit + 1)
    .toArray();
  const bodies = found.slice(0, limit).map(({ body }) => body);
  return {
    object: 'list',
    url: path,
    has_more: found.length > limit,
    data: window.direction === 1 ? bodies.reverse() : bodies,
  };
}
