import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import type { Logger } from '@consult/runtime/logger';
import type { Accounts } from '../store/account-document.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Tenants } from '../store/tenants.ts';
import type { Flush } from '../workers/flush.ts';
import type { InTurn } from './in-turn.ts';

/** What the operations of credits work with. */
export interface Deps {
  accounts: Accounts;
  ledger: Ledger;
  tenants: Tenants;
  clock: Clock;
  relay: Relay;
  flush: Flush;
  inTurn: InTurn;
  identity: GrpcClient<'identity'>;
  scheduling: GrpcClient<'scheduling'>;
  logger: Logger;
}
