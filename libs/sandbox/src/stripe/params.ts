import { invalid, StripeError } from './errors.ts';
import type { FormMap, FormValue } from './form.ts';

/** How one parameter is read from its form field; `Needed` says whether it may be left out. */
export interface Param<T, Needed extends boolean = boolean> {
  readonly needed: Needed;
  readonly read: (raw: FormValue, name: string) => T;
}
export type Shape = Readonly<Record<string, Param<unknown>>>;
export type Values<S extends Shape> = {
  [K in keyof S]: S[K] extends Param<infer T, infer Needed> ? (Needed extends true ? T : T | undefined) : never;
};

const optional = <T>(read: Param<T>['read']): Param<T, false> => ({ needed: false, read });

/** Makes a parameter obligatory. */
export const needed = <T>(param: Param<T>): Param<T, true> => ({ needed: true, read: param.read });

/** Any string; the empty string means "unset" to Stripe and becomes null. */
export const text = optional<string | null>((raw, name) => {
  if (typeof raw !== 'string') throw invalid('Invalid string.', { param: name });
  return raw === '' ? null : raw;
});

/** A string that may not be empty. */
export const word = optional<string>((raw, name) => {
  if (typeof raw !== 'string') throw invalid('Invalid string.', { param: name });
  if (raw !== '') return raw;
  throw invalid(
    `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param: name },
  );
});

export const integer = optional<number>((raw, name) => {
  const value = typeof raw === 'string' && /^-?\d+$/.test(raw) ? Number(raw) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw invalid(`Invalid integer: ${spoken(raw)}`, { code: 'parameter_invalid_integer', param: name });
});

export const flag = optional<boolean>((raw, name) => {
  if (raw === 'true' || raw === 'false') return raw === 'true';
  throw invalid(`Invalid boolean: ${spoken(raw)}`, { param: name });
});

/** One of a closed list of words. */
export const oneOf = <const W extends string>(...words: readonly W[]): Param<W, false> =>
  optional((raw, name) => {
    const found = words.find((candidate) => candidate === raw);
    if (found !== undefined) return found;
    throw invalid(`Invalid ${name}: must be one of ${words.join(', ')}`, { param: name });
  });

/** Metadata and its like: an empty value takes a key away, an empty map takes all away (null). */
export const strings = optional<Record<string, string> | null>((raw, name) => {
  if (raw === '') return null;
  if (typeof raw === 'string') throw invalid('Invalid object', { param: name });
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value !== 'string') throw invalid('Metadata values must be strings', { param: `${name}[${key}]` });
  }
  return raw as Record<string, string>;
});

/** A nested object of known fields. */
export const nested = <S extends Shape>(shape: S): Param<Values<S>, false> =>
  optional((raw, name) => {
    if (typeof raw === 'string') throw invalid('Invalid object', { param: name });
    return readParams(shape, raw, name);
  });

/** The same, or the empty string, which unsets it. */
export const nestedOrUnset = <S extends Shape>(shape: S): Param<Values<S> | null, false> =>
  optional((raw, name) => (raw === '' ? null : nested(shape).read(raw, name)));

/** A list, whether its indices were written or not. */
export const listOf = <T>(item: Param<T>): Param<T[], false> =>
  optional((raw, name) => {
    if (raw === '') return [];
    if (typeof raw === 'string') throw invalid('Invalid array', { param: name });
    const indices = Object.keys(raw).sort((left, right) => Number(left) - Number(right));
    return indices.map((index) => item.read(raw[index] ?? '', `${name}[${index}]`));
  });

/** A bare instant in seconds, or bounds: `created[gte]=…`. */
export interface Range {
  equals?: number;
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}
const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;
export const range = optional<Range>((raw, name) => {
  if (typeof raw === 'string') return { equals: integer.read(raw, name) };
  const bounds: Range = {};
  for (const bound of BOUNDS) {
    const value = raw[bound];
    if (value !== undefined) bounds[bound] = integer.read(value, `${name}[${bound}]`);
  }
  return bounds;
});

/** Reads every parameter of a call; what the sandbox does not know is refused, so that nothing is ignored in silence. */
export function readParams<S extends Shape>(shape: S, form: FormMap, parent = ''): Values<S> {
  const nameOf = (key: string): string => (parent === '' ? key : `${parent}[${key}]`);
  for (const key of Object.keys(form)) {
    if (!(key in shape)) {
      throw invalid(`Received unknown parameter: ${nameOf(key)}`, { code: 'parameter_unknown', param: nameOf(key) });
    }
  }
  const values: Record<string, unknown> = {};
  for (const [key, param] of Object.entries(shape)) {
    const raw = form[key];
    if (raw !== undefined) values[key] = param.read(raw, nameOf(key));
    else if (param.needed) throw missing(nameOf(key));
  }
  return values as Values<S>;
}

const spoken = (raw: FormValue): string => (typeof raw === 'string' ? raw : 'a map');

const missing = (param: string): StripeError =>
  invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
