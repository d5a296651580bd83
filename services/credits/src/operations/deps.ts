import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import type { Logger } from '@consult/runtime/logger';
import type { AccountCache } from '../store/account-cache.ts';
import type { Accounts } from '../store/account-document.ts';
import type { Archive } from '../store/archived-lots.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Tenants } from '../store/tenants.ts';
import type { Flush } from '../workers/flush.ts';
import type { Lines } from './lines.ts';
import type { WaitingCommand } from './waiting-command.ts';

/** What the operations of credits work with. */
export interface Deps {
  accounts: Accounts;
  ledger: Ledger;
  archive: Archive;
  tenants: Tenants;
  clock: Clock;
  relay: Relay;
  flush: Flush;
  lines: Lines<WaitingCommand>;
  commits: GroupCommit;
  cache: AccountCache;
  identity: GrpcClient<'identity'>;
  scheduling: GrpcClient<'scheduling'>;
  logger: Logger;
}
