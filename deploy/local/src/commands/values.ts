/** The options of a command line, by name. */
export type Values = Record<string, string | boolean | undefined>;

/** An option that must be there. Throws a sentence that names it. */
export function text(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return value;
}

/** A text as it is, anything else as JSON to read. */
export function print(value: unknown): void {
  console.log(typeof value === 'string' ? value : JSON.stringify(value, undefined, 2));
}

/** `--tenant`; empty: all of them. */
export function tenantOf({ tenant }: Values): string {
  if (tenant === undefined) return '';
  if (typeof tenant !== 'string' || !/^\d{6}$/.test(tenant)) throw new Error('--tenant is six digits');
  return tenant;
}
