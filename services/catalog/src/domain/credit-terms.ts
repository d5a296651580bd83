import type { PackageInput } from '@consult/contracts/api/package';
import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { contradictionIf, type Faults, missingIf } from './fault.ts';
import { PERIOD_DAYS, type Subscription } from './recurrence.ts';

type CreditTerms = PackageSnapshot['credits'];
interface Given {
  subscription: Subscription | undefined;
  /** Sessions per period that unlimited stands for. */
  fairUse: number;
}

/** Days that stand for "never". */
const NEVER_DAYS = 36_500;
/** Lower is spent first: what lapses with its period goes before what was bought to keep. */
const PRIORITY = { recurring: 50, once: 100 } as const;

/** The credit terms of a package with every default, and what is wrong with them. Without a number the total is 0. */
export function deriveCredits(
  { credits: stated, details }: PackageInput,
  given: Given,
): { credits: CreditTerms; faults: Faults } {
  const { subscription, fairUse } = given;
  const { unlimited = false, duration, rollover } = stated;
  const lifeDays = subscription === undefined ? NEVER_DAYS : PERIOD_DAYS[subscription.interval];
  const credits = {
    total: unlimited ? fairUse : (stated.total ?? 0),
    unlimited,
    expiresAfterDays: stated.expiresAfterDays ?? lifeDays,
    ...(duration === undefined ? {} : { duration }),
    chargeByDuration: stated.chargeByDuration ?? false,
    expiryBasis: stated.expiryBasis ?? ('booked_at' as const),
    // What recurs has its period, whoever books when.
    ...(subscription === undefined ? { activates: stated.activates ?? ('purchase' as const) } : {}),
    priority: stated.priority ?? (subscription === undefined ? PRIORITY.once : PRIORITY.recurring),
    sessionTypes: [...new Set(stated.sessionTypes)],
    ...(rollover === undefined ? {} : { rollover }),
  };
  const trial = details.type === 'free_trial';
  return {
    credits,
    faults: [
      ...creditFaults(stated, given),
      ...contradictionIf(trial && unlimited, '/credits/unlimited', 'a free trial is not unlimited'),
    ],
  };
}

function creditFaults(stated: PackageInput['credits'], { subscription, fairUse }: Given): Faults {
  const { total, unlimited = false, chargeByDuration = false, duration, rollover, activates } = stated;
  const tooMuchSaid = unlimited && total !== undefined && total !== fairUse;
  const nothingToRollInto = rollover !== undefined && subscription === undefined;
  const periodDecides = activates !== undefined && subscription !== undefined;
  const nothingToRoll = rollover !== undefined && unlimited;
  return [
    ...missingIf(!unlimited && total === undefined, '/credits/total', 'is required, unless credits are unlimited'),
    ...contradictionIf(tooMuchSaid, '/credits/total', `must be left out, or ${fairUse} (fair use), when unlimited`),
    ...missingIf(chargeByDuration && duration === undefined, '/credits/duration', 'is required to charge by duration'),
    ...contradictionIf(periodDecides, '/credits/activates', 'the credits of what recurs live with their period'),
    ...contradictionIf(nothingToRollInto, '/credits/rollover', 'only what recurs has a next period'),
    ...contradictionIf(nothingToRoll, '/credits/rollover', 'nothing is left of what is unlimited'),
  ];
}
