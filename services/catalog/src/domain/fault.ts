import type { FieldError } from '@consult/contracts/errors';

export type Faults = FieldError[];

/** One thing that is wrong, at an RFC 6901 pointer into the stated package. */
export function fault(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}

/** The contradiction, where it holds. */
export function contradictionIf(holds: boolean, pointer: string, message: string): Faults {
  return holds ? [fault(pointer, 'contradiction', message)] : [];
}

/** The missing part, where it is missing. */
export function missingIf(holds: boolean, pointer: string, message: string): Faults {
  return holds ? [fault(pointer, 'missing', message)] : [];
}
