import type { BillingClient, BillingHandlers } from './gen/consult/billing/v1/Billing.ts';
import type { CatalogClient, CatalogHandlers } from './gen/consult/catalog/v1/Catalog.ts';
import type { CreditsClient, CreditsHandlers } from './gen/consult/credits/v1/Credits.ts';
import type { IdentityClient, IdentityHandlers } from './gen/consult/identity/v1/Identity.ts';
import type { NotificationClient, NotificationHandlers } from './gen/consult/notification/v1/Notification.ts';
import type { SchedulingClient, SchedulingHandlers } from './gen/consult/scheduling/v1/Scheduling.ts';

/** The generated types of each service, by its name. */
export interface Services {
  identity: { client: IdentityClient; handlers: IdentityHandlers };
  catalog: { client: CatalogClient; handlers: CatalogHandlers };
  billing: { client: BillingClient; handlers: BillingHandlers };
  credits: { client: CreditsClient; handlers: CreditsHandlers };
  scheduling: { client: SchedulingClient; handlers: SchedulingHandlers };
  notification: { client: NotificationClient; handlers: NotificationHandlers };
}
