import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createProgress, OPERATOR } from './operator.ts';
import { grpcUrl, secret } from './reach.ts';
import { tenantIds } from './tenants.ts';
import { print, tenantOf, type Values } from './values.ts';

type Page = Awaited<ReturnType<GrpcClient<'billing'>['reconcile']>>;

/** A page asks Stripe and credits about each of its transactions. */
const PAGE_WITHIN_MS = 120_000;
/** What has changed within this time may not have been heard of everywhere. */
const SETTLED_SECONDS = '300';

/** `reconcile`: a line per finding with what to do; exit code 1 when any is left as it was. */
export async function reconcileBooks(values: Values): Promise<void> {
  const billing = createGrpcClient('billing', {
    url: grpcUrl('billing'),
    callTokenSecret: secret('CALL_TOKEN_SECRET'),
    from: 'operator',
    deadlineMs: PAGE_WITHIN_MS,
  });
  const tenant = tenantOf(values);
  const question = { since: sinceOf(values), apply: values['apply'] === true, settledSeconds: settledOf(values) };
  const sums = { checked: 0, found: 0, applied: 0 };
  try {
    const progress = createProgress();
    for (const tenantId of tenant === '' ? await tenantIds() : [tenant]) {
      for (let cursor = ''; ; ) {
        const page: Page = await billing.reconcile(OPERATOR, { ...question, tenantId, cursor });
        for (const finding of page.findings) print(lineOf(finding));
        sums.checked += page.checked;
        sums.found += page.findings.length;
        sums.applied += page.findings.filter(({ applied }) => applied).length;
        progress(`${sums.checked} records so far`);
        if (page.nextCursor === '') break;
        if (page.nextCursor === cursor) throw new Error('billing answered the same page again');
        cursor = page.nextCursor;
      }
    }
  } finally {
    billing.close();
  }
  const { checked, found, applied } = sums;
  print(`${checked} records, ${found === 0 ? 'nothing found' : `${found} found, ${applied} mended`}`);
  if (found > applied) process.exitCode = 1;
}

function lineOf({ tenantId, kind, subject, detail, proposal, applied }: Page['findings'][number]): string {
  return `${tenantId} ${subject} ${kind}: ${detail}; ${applied ? 'mended' : proposal}`;
}

function sinceOf({ since }: Values): string {
  if (since === undefined) return '';
  const instant = new Date(String(since));
  if (Number.isNaN(instant.getTime())) throw new Error('--since is a date or an instant');
  return instant.toISOString();
}

function settledOf({ settled = SETTLED_SECONDS }: Values): number {
  const seconds = Number(settled);
  if (!Number.isInteger(seconds) || seconds < 0) throw new Error('--settled is a number of seconds');
  return seconds;
}
