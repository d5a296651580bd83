import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import type { Sequence } from '@consult/runtime/sequence';
import type { Packages } from '../store/package-document.ts';
import type { Tenants } from '../store/tenants.ts';

/** What the operations of catalog work with. */
export interface Deps {
  packages: Packages;
  tenants: Tenants;
  identity: GrpcClient<'identity'>;
  nextPackageId: Sequence;
  relay: Relay;
  clock: Clock;
}
