import type { PackageInput } from '@consult/contracts/api/package';
import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { contradictionIf, type Faults } from './fault.ts';

export type Subscription = NonNullable<PackageSnapshot['subscription']>;
type Stated = NonNullable<PackageInput['subscription']>;
type Interval = Subscription['interval'];
type PackageType = PackageInput['details']['type'];

/** Days a period's lot lives in answers when nothing is said: never less than the period. */
export const PERIOD_DAYS: Readonly<Record<Interval, number>> = { month: 30, quarter: 91, year: 365 };

/** How often a package of a type is paid: by its type, as stated, or once. */
const RHYTHM: Readonly<Record<PackageType, Interval | 'stated' | 'once'>> = {
  free_trial: 'once',
  pay_per_use: 'once',
  consultation_bundle: 'once',
  monthly_subscription: 'month',
  quarterly_subscription: 'quarter',
  annual_subscription: 'year',
  custom_plan: 'stated',
};

interface Recurrence {
  subscription?: Subscription;
  faults: Faults;
}

/** The subscription a package is, if it is one, and what contradicts its type. */
export function deriveRecurrence({ details, subscription: stated = {} }: PackageInput): Recurrence {
  const rhythm = RHYTHM[details.type];
  switch (rhythm) {
    case 'once':
      return paidOnce(stated, details.type);
    case 'stated':
      return asStated(stated);
    case 'month':
    case 'quarter':
    case 'year':
      return byType(stated, details.type, rhythm);
  }
}

function paidOnce({ recurring, interval }: Stated, type: PackageType): Recurrence {
  const why = `a ${type} is paid once`;
  return {
    faults: [
      ...contradictionIf(recurring === true, '/subscription/recurring', why),
      ...contradictionIf(interval !== undefined, '/subscription/interval', why),
    ],
  };
}

function asStated({ recurring = false, interval }: Stated): Recurrence {
  if (recurring) return { subscription: { recurring, interval: interval ?? 'month' }, faults: [] };
  return { faults: contradictionIf(interval !== undefined, '/subscription/interval', 'needs recurring to be true') };
}

function byType({ recurring, interval }: Stated, type: PackageType, every: Interval): Recurrence {
  const otherwise = interval !== undefined && interval !== every;
  return {
    subscription: { recurring: true, interval: every },
    faults: [
      ...contradictionIf(recurring === false, '/subscription/recurring', `a ${type} is recurring`),
      ...contradictionIf(otherwise, '/subscription/interval', `must be ${every} for a ${type}`),
    ],
  };
}
