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
  await Promise.all([dropDatabases(namespace), dropQueues(namespace)]);
}

async function dropDatabases(namespace: string): Promise<void> {
  const connection = await mongoose.createConnection(addressOf('MONGODB_URI')).asPromise();
  try {
    const client = connection.getClient();
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(`${namespace}_`)) await client.db(name).dropDatabase();
  } finally {
    await connection.close();
  }
}

async function dropQueues(namespace: string): Promise<void> {
  const connection = await connect(addressOf('AMQP_URL'));
  try {
    const channel = await connection.createChannel();
    await deleteTopology(channel, topologyOf(namespace));
  } finally {
    await connection.close();
  }
}
