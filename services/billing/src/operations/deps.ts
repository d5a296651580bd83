import type { Relay } from '@consult/messaging/relay';
import type { Clock } from '@consult/runtime/clock';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import type { Logger } from '@consult/runtime/logger';
import type { Quoter } from '@consult/runtime/quote';
import type { Customers } from '../store/customers.ts';
import type { EventSweeps } from '../store/event-sweeps.ts';
import type { PackageLinks } from '../store/package-links.ts';
import type { PromotionCodes } from '../store/promotion-codes.ts';
import type { ReconciliationTurns } from '../store/reconciliation-turns.ts';
import type { ReconciliationRuns } from '../store/reconciliations.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import type { Tenants } from '../store/tenants.ts';
import type { Transactions } from '../store/transaction-document.ts';
import type { Closing, Hearing, WebhookInbox } from '../store/webhook-inbox.ts';
import type { WebhookRefusals } from '../store/webhook-refusals.ts';
import type { StripeApi } from '../stripe/stripe-api.ts';

/** What billing was told about its Stripe account. */
export interface StripeSettings {
  publishableKey: string;
  /** The present secret first; during a rotation also the one before. */
  webhookSecrets: readonly string[];
  /** Whether our key is a live one; events of the other kind are refused. */
  livemode: boolean;
  /** How tenants name the platform's own account; their calls go without an account. */
  platformAccount: string;
}

/** What the operations of billing work with. */
export interface Deps {
  transactions: Transactions;
  subscriptions: Subscriptions;
  customers: Customers;
  packageLinks: PackageLinks;
  promotionCodes: PromotionCodes;
  tenants: Tenants;
  inbox: WebhookInbox;
  hearing: Hearing;
  closing: Closing;
  refusals: WebhookRefusals;
  sweeps: EventSweeps;
  runs: ReconciliationRuns;
  turns: ReconciliationTurns;
  clock: Clock;
  relay: Pick<Relay, 'nudge'>;
  stripe: StripeApi;
  settings: StripeSettings;
  catalog: GrpcClient<'catalog'>;
  credits: GrpcClient<'credits'>;
  identity: GrpcClient<'identity'>;
  /** Asked only when the books are held against each other. */
  scheduling: GrpcClient<'scheduling'>;
  /** Signs and checks what a command would come to. */
  quoter: Quoter;
  /** The next public id of the tenant's transactions. */
  nextTransactionId: (tenantId: string) => Promise<string>;
  logger: Logger;
}
