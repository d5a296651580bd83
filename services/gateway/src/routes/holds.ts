import { HoldInput } from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import type { App, RouteContext } from './context.ts';

const tags = ['consultations'];

/** A slot is kept while its buyer pays; named in the payment intent it becomes the booking when the credits arrive. */
export function holdRoutes(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/slots/hold',
    { config: { roles: ['client'], idempotency: 'advised', success: 201 }, schema: { tags, body: HoldInput } },
    async (request) => {
      const input = { ...request.body, requestId: requestIdOf(request) };
      return { data: present(await clients.scheduling.holdSlot(callerOf(request), input)) };
    },
  );

  app.delete(
    '/api/slots/hold/:holdId',
    { config: { roles: ['client'] }, schema: { tags, params: Type.Object({ holdId: Id }) } },
    async (request) => {
      await clients.scheduling.releaseHold(callerOf(request), request.params);
      return { data: request.params };
    },
  );
}
