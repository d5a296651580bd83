import { flag, integer, listOf, nested, nestedOrUnset, oneOf, text, word } from '../params.ts';

/** Parameters that several routes share. */
export const ADDRESS = nestedOrUnset({
  city: text,
  country: text,
  line1: text,
  line2: text,
  postal_code: text,
  state: text,
});
export const BILLING_DETAILS = nested({ address: ADDRESS, email: text, name: text, phone: text });
export const AUTOMATIC_METHODS = nested({ enabled: flag, allow_redirects: oneOf('always', 'never') });
/** A card by its number, as a card form sends it. */
export const METHOD_CARD = nested({ number: word, exp_month: integer, exp_year: integer, cvc: word, token: word });
export const METHOD_DATA = nested({
  type: oneOf('card'),
  card: METHOD_CARD,
  billing_details: BILLING_DETAILS,
});
export const METHOD_TYPES = listOf(oneOf('card'));

/** Coupons and codes to be redeemed; the empty string takes all away. */
export const DISCOUNTS = listOf(nested({ coupon: word, promotion_code: word }));

type Address = {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
};

/** An address with every part that was left out as null. */
export const addressOf = (given: Partial<Record<keyof Address, string | null | undefined>>): Address => ({
  city: given.city ?? null,
  country: given.country ?? null,
  line1: given.line1 ?? null,
  line2: given.line2 ?? null,
  postal_code: given.postal_code ?? null,
  state: given.state ?? null,
});
