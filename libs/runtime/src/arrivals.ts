const SECOND_MS = 1_000;

/** How much has come of late. */
export interface Arrivals {
  /** One more has come. */
  note(): void;
  /** How many came within about the last second: a steady stream shows its rate, a single burst dies away. */
  perSecond(): number;
}

/** Counts what comes, and lets it fade by 1/e a second: one number, whatever the rate. Times by `now`, in ms. */
export function createArrivals(now: () => number = () => performance.now()): Arrivals {
  let level = 0;
  let at = now();
  const perSecond = () => level * Math.exp((at - now()) / SECOND_MS);
  return {
    perSecond,
    note() {
      level = perSecond() + 1;
      at = now();
    },
  };
}
