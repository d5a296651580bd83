import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import type { Logger } from '@consult/runtime/logger';
import type { Post } from '../mail/post.ts';
import type { MessageInserts, Messages } from '../store/messages.ts';
import type { Brands, Contacts } from '../store/projections.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Delivery } from './deliver.ts';

/** What sending works with. */
export interface SendingDeps {
  messages: Messages;
  contacts: Contacts;
  brands: Brands;
  sessions: Sessions;
  clock: Clock;
  relay: Relay;
  identity: GrpcClient<'identity'>;
  post: Post;
  /** The address mails come from. */
  mailFrom: string;
  publicUrl: string;
  logger: Logger;
}

/** What the operations of notification work with. */
export interface Deps extends SendingDeps {
  inserts: MessageInserts;
  /** Sends what is queued. */
  delivery: Delivery;
}
