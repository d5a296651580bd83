import type { Finding, Stack } from './stack.ts';

/** I5, first half: no document of any service holds an event that has not been published. */
export async function checkOutboxes({ databases }: Stack): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [service, database] of databases) {
    for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
      const waiting = await database.collection(name).countDocuments({ 'outbox.0': { $exists: true } });
      if (waiting > 0)
        found.push({
          invariant: 'I5',
          where: `${service}/${name}`,
          what: `${waiting} documents hold unpublished events`,
        });
    }
  }
  return found;
}
