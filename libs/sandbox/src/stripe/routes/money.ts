import { invalid } from '../errors.ts';
import { integer, type Param } from '../params.ts';

const AMOUNT_MAX = 99_999_999;
const CHARGE_MIN = 50;

/** An amount in minor units that is not negative. */
export const amount: Param<number, false> = {
  needed: false,
  read: (raw, name) => {
    const value = integer.read(raw, name);
    if (value < 0) throw invalid('Invalid non-negative integer', { code: 'parameter_invalid_integer', param: name });
    if (value > AMOUNT_MAX)
      throw invalid('Amount must be no more than $999,999.99', { code: 'amount_too_large', param: name });
    return value;
  },
};

/** An amount above zero. */
export const positive: Param<number, false> = {
  needed: false,
  read: (raw, name) => {
    const value = amount.read(raw, name);
    if (value > 0) return value;
    throw invalid('This value must be greater than or equal to 1.', { code: 'parameter_invalid_integer', param: name });
  },
};

/** An amount that a card can be charged; Stripe refuses less than 50 of a currency's minor unit (its real table is finer). */
export const chargeable: Param<number, false> = {
  needed: false,
  read: (raw, name) => {
    const value = positive.read(raw, name);
    if (value >= CHARGE_MIN) return value;
    throw invalid('Amount must be at least $0.50 usd', { code: 'amount_too_small', param: name });
  },
};

/** A three-letter ISO code, kept in lower case as Stripe does. */
export const currency: Param<string, false> = {
  needed: false,
  read: (raw, name) => {
    if (typeof raw === 'string' && /^[a-z]{3}$/i.test(raw)) return raw.toLowerCase();
    throw invalid(
      `Invalid currency: ${typeof raw === 'string' ? raw : ''}. Stripe currently supports these currencies: usd, eur, gbp, jpy, …`,
      { param: name },
    );
  },
};
