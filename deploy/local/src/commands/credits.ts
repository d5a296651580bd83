import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createProgress, OPERATOR } from './operator.ts';
import { grpcUrl, secret } from './reach.ts';
import { print, tenantOf, type Values } from './values.ts';

type Page = Awaited<ReturnType<GrpcClient<'credits'>['verifyAccounts']>>;
type Finding = Page['findings'][number];

/** A page is some hundred accounts, each read with all its movements. */
const PAGE_WITHIN_MS = 120_000;

/** `credits verify`: a line per difference between an account and its movements; exit code 1 when there is any. */
export async function verifyCredits(values: Values): Promise<void> {
  let differ = 0;
  const accounts = await eachFinding({ tenantId: tenantOf(values), repair: false }, (finding) => {
    differ += 1;
    for (const line of linesOf(finding)) print(line);
  });
  print(`${counted(accounts)}, ${differ === 0 ? 'no difference' : `${differ} differ${differ === 1 ? 's' : ''}`}`);
  if (differ > 0) process.exitCode = 1;
}

/** `credits rebuild`: writes into each account that differs what its movements say; exit code 1 when one could not be repaired. */
export async function rebuildCredits(values: Values): Promise<void> {
  let [repaired, failed] = [0, 0];
  const accounts = await eachFinding({ tenantId: tenantOf(values), repair: true }, (finding) => {
    if (finding.repaired) repaired += 1;
    else failed += 1;
    for (const line of linesOf(finding)) print(`${finding.repaired ? 'repaired' : 'NOT repaired'} ${line}`);
  });
  const outcome = repaired + failed === 0 ? 'no difference' : `${repaired} repaired`;
  print(`${counted(accounts)}, ${outcome}${failed === 0 ? '' : `, ${failed} could not be repaired`}`);
  if (failed > 0) process.exitCode = 1;
}

/** Goes through all accounts, page by page. Answers how many they were. */
async function eachFinding(
  request: { tenantId: string; repair: boolean },
  hear: (finding: Finding) => void,
): Promise<number> {
  const credits = createGrpcClient('credits', {
    url: grpcUrl('credits'),
    callTokenSecret: secret('CALL_TOKEN_SECRET'),
    from: 'operator',
    deadlineMs: PAGE_WITHIN_MS,
  });
  try {
    const progress = createProgress();
    let accounts = 0;
    for (let cursor = ''; ; ) {
      const page: Page = await credits.verifyAccounts(OPERATOR, { ...request, cursor });
      page.findings.forEach(hear);
      accounts += page.accounts;
      progress(`${counted(accounts)} so far`);
      if (page.nextCursor === '') return accounts;
      if (page.nextCursor === cursor) throw new Error('credits answered the same page again');
      cursor = page.nextCursor;
    }
  } finally {
    credits.close();
  }
}

function linesOf({ tenantId, clientId, differences }: Finding): string[] {
  return differences.map(
    ({ what, account, movements }) => `${tenantId} ${clientId} ${what}: account ${account}, movements ${movements}`,
  );
}

function counted(accounts: number): string {
  return `${accounts} account${accounts === 1 ? '' : 's'}`;
}
