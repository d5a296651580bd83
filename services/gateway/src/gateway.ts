import type { Checks } from '@consult/runtime/health';
import { registerHealth } from '@consult/runtime/http';
import type { Clients } from './clients.ts';
import { createServer, type ServerDeps } from './http/server.ts';
import { createTenantLookup } from './http/tenants.ts';
import { adminRoutes } from './routes/admin.ts';
import { afterSessionRoutes } from './routes/after-session.ts';
import { authRoutes } from './routes/auth.ts';
import { billingRoutes } from './routes/billing.ts';
import { booksRoutes } from './routes/books.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { consultantMoneyRoutes } from './routes/consultant-money.ts';
import { availabilityRoutes } from './routes/availability.ts';
import { consultantRoutes } from './routes/consultants.ts';
import { consultationRoutes } from './routes/consultations.ts';
import type { App, RouteContext } from './routes/context.ts';
import { creditRoutes } from './routes/credits.ts';
import { meRoutes } from './routes/me.ts';
import { notBuiltRoutes } from './routes/not-built.ts';
import { packageRoutes } from './routes/packages.ts';
import { holdRoutes } from './routes/holds.ts';
import { purchaseRoutes } from './routes/purchases.ts';
import { quoteRoutes } from './routes/quotes.ts';
import { refundRoutes } from './routes/refunds.ts';
import { reportRoutes } from './routes/reports.ts';
import { sandboxRoutes } from './routes/sandbox.ts';
import { slotRoutes } from './routes/slots.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { trailRoutes } from './routes/trail.ts';
import { transactionRoutes } from './routes/transactions.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { wellKnownRoutes } from './routes/well-known.ts';

export interface GatewayDeps extends ServerDeps {
  clients: Clients;
  readiness: Checks;
}

/** The public API, whole: every route of the product, none listening yet. */
export async function createGateway({ clients, readiness, ...deps }: GatewayDeps): Promise<App> {
  const app = await createServer(deps);
  const tenants = createTenantLookup(clients, () => deps.wallNow().getTime());
  const context: RouteContext = { clients, tenants, config: deps.config };
  registerHealth(app, readiness);
  for (const routes of [
    authRoutes,
    meRoutes,
    packageRoutes,
    billingRoutes,
    booksRoutes,
    transactionRoutes,
    purchaseRoutes,
    quoteRoutes,
    holdRoutes,
    refundRoutes,
    subscriptionRoutes,
    creditRoutes,
    consultantRoutes,
    availabilityRoutes,
    slotRoutes,
    consultationRoutes,
    afterSessionRoutes,
    trailRoutes,
    consultantMoneyRoutes,
    calendarRoutes,
    adminRoutes,
    reportRoutes,
    wellKnownRoutes,
    sandboxRoutes,
    notBuiltRoutes,
  ])
    routes(app, context);
  // Encapsulated: its content type parser takes bytes, nobody else's does.
  await app.register(async (scope) => webhookRoutes(scope, context));
  return app;
}
