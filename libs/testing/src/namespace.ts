import { randomBytes } from 'node:crypto';
import { deleteTopology, topologyOf } from '@consult/messaging/topology';
import { connect } from 'amqplib';
import mongoose from 'mongoose';
import { addressOf } from './environment.ts';

/** A namespace nobody else has: databases and queues of two test files never meet. */
export function testNamespace(): string {
  return `t-${randomBytes(6).toString('hex')}`;
}

/** Removes all databases, queues and exchanges of a namespace. Close what uses them first. */
export async function dropNamespace(namespace: string): Promise<void> {
  await Promise.all([dropDatabases(namespace, addressOf('MONGODB_URI')), dropQueues(namespace, addressOf('AMQP_URL'))]);
}

/** Removes all databases of a namespace from this server. */
export async function dropDatabases(namespace: string, mongoUri: string): Promise<void> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  try {
    const client = connection.getClient();
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(`${namespace}_`)) await client.db(name).dropDatabase();
  } finally {
    await connection.close();
  }
}

/** Removes all queues and exchanges of a namespace from this broker. */
export async function dropQueues(namespace: string, amqpUrl: string): Promise<void> {
  const connection = await connect(amqpUrl);
  try {
    const channel = await connection.createChannel();
    await deleteTopology(channel, topologyOf(namespace));
  } finally {
    await connection.close();
  }
}
