import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAppError } from '@consult/runtime/errors';
import { CATALOGUE } from '@consult/contracts/errors';

/** Stands in for the gateway: passes the exact bytes of a webhook on, and answers with the status of its refusal. */
export interface WebhookDoor {
  url: string;
  /** Where webhooks go; nobody listens before it is set. */
  forward: ((body: Buffer, signature: string) => Promise<unknown>) | undefined;
  close(): Promise<void>;
}

export async function openWebhookDoor(): Promise<WebhookDoor> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = String(request.headers['stripe-signature'] ?? '');
      const passed = door.forward?.(Buffer.concat(chunks), signature) ?? Promise.reject(new Error('nobody listens'));
      passed.then(
        () => response.writeHead(200).end(),
        (error: unknown) => response.writeHead(isAppError(error) ? CATALOGUE[error.code].http : 500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door: WebhookDoor = { url: `http://127.0.0.1:${port}/`, forward: undefined, close: () => close(server) };
  return door;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
