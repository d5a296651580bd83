/** Technical time after which a payment still pending is asked about at Stripe for the first time. */
export const STALE_AFTER_MS = 2 * 60_000;
/** Stripe books its fee soon after the payment; asked after this time when no word of it came. */
export const FEE_AFTER_MS = 10 * 60_000;
/** After so many questions without news, a missing fee stays an estimate. */
export const FEE_CHECKS_MAX = 12;
const CHECK_EVERY_MAX_MS = 6 * 60 * 60_000;

/** How long until the next question, after this many without an outcome. Milliseconds. */
export function checkAgainAfterMs(checks: number): number {
  return Math.min(STALE_AFTER_MS * 2 ** checks, CHECK_EVERY_MAX_MS);
}

/** Business time for which an unpaid purchase stays open; then it is cancelled at Stripe and its place is free again. */
export const ABANDONED_AFTER_MS = 24 * 60 * 60_000;
