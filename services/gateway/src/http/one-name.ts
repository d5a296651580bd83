import { AppError } from '@consult/runtime/errors';

/** One value under either of two names (the source document uses both). Throws `invalid_request` when they contradict or none is given. */
export function oneName(names: Record<string, string | undefined>, fallback?: string): string {
  const given = [...new Set(Object.values(names).filter((value) => value !== undefined))];
  const [value = fallback] = given;
  if (value === undefined || given.length > 1) {
    const pointer = `/${Object.keys(names)[0] ?? ''}`;
    const code = value === undefined ? 'missing' : 'contradiction';
    throw new AppError('invalid_request', {
      errors: [{ pointer, code, message: `give one of ${Object.keys(names).join(', ')}` }],
    });
  }
  return value;
}
