import type { Connection } from 'mongoose';
import { customersOn } from './customers.ts';
import { eventSweepsOn } from './event-sweeps.ts';
import { PACKAGE_LINKS, packageLinksOn } from './package-links.ts';
import { promotionCodesOn } from './promotion-codes.ts';
import { reconciliationTurnsOn } from './reconciliation-turns.ts';
import { reconciliationRunsOn } from './reconciliations.ts';
import { SUBSCRIPTIONS, subscriptionsOn } from './subscriptions.ts';
import { tenantsOn } from './tenants.ts';
import { TRANSACTIONS, transactionsOn } from './transaction-document.ts';
import { closingOn, hearingOn, webhookInboxOn } from './webhook-inbox.ts';
import { webhookRefusalsOn } from './webhook-refusals.ts';

/** Collections whose documents carry events still to be published. */
export const OUTBOX_COLLECTIONS = [TRANSACTIONS, SUBSCRIPTIONS, PACKAGE_LINKS];

/** Everything billing keeps, on this connection. */
export function collectionsOn(connection: Connection) {
  return {
    transactions: transactionsOn(connection),
    subscriptions: subscriptionsOn(connection),
    customers: customersOn(connection),
    packageLinks: packageLinksOn(connection),
    promotionCodes: promotionCodesOn(connection),
    tenants: tenantsOn(connection),
    inbox: webhookInboxOn(connection),
    hearing: hearingOn(connection),
    closing: closingOn(connection),
    refusals: webhookRefusalsOn(connection),
    sweeps: eventSweepsOn(connection),
    runs: reconciliationRunsOn(connection),
    turns: reconciliationTurnsOn(connection),
  };
}
