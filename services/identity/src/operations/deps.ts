import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { Logger } from '@consult/runtime/logger';
import type { IssueAccessToken } from '../security/access-tokens.ts';
import type { Passwords } from '../security/passwords.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Slugs } from '../store/slugs.ts';
import type { Tenants } from '../store/tenants.ts';
import type { Users } from '../store/user-document.ts';

/** What the operations of identity work with. */
export interface Deps {
  slugs: Slugs;
  tenants: Tenants;
  users: Users;
  sessions: Sessions;
  passwords: Passwords;
  issueAccessToken: IssueAccessToken;
  relay: Relay;
  clock: Clock;
  /** The Stripe account of tenants which bring none. */
  platformStripeAccount: string;
  logger: Logger;
}
