import { Instant, TenantId } from '@consult/contracts/primitives';
import type { Handlers } from '@consult/runtime/grpc-server';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import type { Deps } from '../operations/deps.ts';
import { type Finding, reconcile } from '../operations/reconcile.ts';

const ReconcileRequest = Type.Object({
  tenantId: TenantId,
  since: Type.Union([Type.Literal(''), Instant]),
  cursor: Type.String({ maxLength: 200 }),
  apply: Type.Boolean(),
});
/** What a person is told to do, or what `--apply` does. */
const PROPOSALS: Record<Finding['repair'], string> = {
  ask_stripe: 'read it again from Stripe',
  tell_again: 'publish its event again',
  by_hand: 'look at it: nothing here can be mended safely',
};

/** The books held against Stripe and the ledger. */
export function reconcileHandlers(deps: Deps): Pick<Handlers<'billing'>, 'reconcile'> {
  return {
    async reconcile(caller, request) {
      const { since, ...input } = parse(ReconcileRequest, request);
      const span = since === '' ? {} : { since: new Date(since) };
      const { checked, findings, nextCursor } = await reconcile(deps, caller, { ...input, ...span });
      const { tenantId } = input;
      return {
        checked,
        nextCursor,
        findings: findings.map(({ repair, ...finding }) => ({ tenantId, ...finding, proposal: PROPOSALS[repair] })),
      };
    },
  };
}
