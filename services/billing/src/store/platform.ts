/** Rows about Stripe's accounts rather than about one tenant's data stand under this name, which no tenant can have. */
export const PLATFORM = 'platform';
