import type { Caller } from '@consult/runtime/caller';

const PROGRESS_EVERY_MS = 5_000;
/** Who asks services across tenants. */
export const OPERATOR: Caller = {
  tenantId: '',
  userId: 'operator',
  roles: ['operator'],
  service: 'operator',
  requestId: '',
};

/** A sign of life every few seconds; on stderr, so that what was found can be piped. */
export function createProgress(): (line: string) => void {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < PROGRESS_EVERY_MS) return;
    last = Date.now();
    console.error(`… ${line}`);
  };
}
