import { execFile } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '@consult/runtime/caller';
import type { Handlers } from '@consult/runtime/grpc-server';
import { createLogger } from '@consult/runtime/logger';
import { type StandIn, startStandIn } from '@consult/testing/stand-in';

type Page = Awaited<ReturnType<Handlers<'credits'>['verifyAccounts']>>;
type Finding = NonNullable<Page['findings']>[number];

const COMMAND = new URL('../../deploy/local/src/consult.ts', import.meta.url).pathname;
const CALL_TOKEN_SECRET = 'a call token secret that only tests know';

/** What credits says of an account that shows 5 where its movements make 3. */
const differing = (clientId: string, repaired = false): Finding => ({
  tenantId: '100001',
  clientId,
  accountId: `account-of-${clientId}`,
  differences: [{ what: 'lots.lot-1.remaining', account: '5', movements: '3' }],
  repaired,
});

describe('credits verify and rebuild, whatever credits answers', () => {
  let credits: StandIn;
  let where = '';
  let pages: Page[] = [];
  let asked: { caller: Caller; request: { tenantId: string; cursor: string; repair: boolean } }[] = [];

  beforeAll(async () => {
    const options = { callTokenSecret: CALL_TOKEN_SECRET, logger: createLogger({ service: 'test', level: 'silent' }) };
    credits = await startStandIn('credits', options, {
      verifyAccounts: async (caller, request) => {
        asked.push({ caller, request });
        const number = request.cursor === '' ? 0 : Number(request.cursor);
        return { ...pages[number], nextCursor: number + 1 < pages.length ? String(number + 1) : '' };
      },
    });
  });
  afterAll(() => credits.close());
  beforeEach(() => {
    where = credits.url;
    pages = [];
    asked = [];
  });

  const consult = (...args: string[]): Promise<{ code: unknown; lines: string[]; stderr: string }> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env['PATH'] ?? '',
        NODE_NO_WARNINGS: '1',
        CREDITS_GRPC_URL: where,
        CALL_TOKEN_SECRET,
      };
      execFile(process.execPath, ['--conditions=source', COMMAND, 'credits', ...args], { env }, (error, out, stderr) =>
        resolve({ code: error?.code ?? 0, lines: out.trim().split('\n'), stderr }),
      );
    });

  test('verify reads every page, as the operator, of all tenants, and repairs nothing', async () => {
    pages = [{ accounts: 100 }, { accounts: 100 }, { accounts: 7 }];
    expect(await consult('verify')).toMatchObject({ code: 0, lines: ['207 accounts, no difference'] });
    expect(asked.map(({ request }) => request)).toEqual(
      ['', '1', '2'].map((cursor) => ({ tenantId: '', cursor, repair: false })),
    );
    expect(asked[0]?.caller).toMatchObject({ tenantId: '', roles: ['operator'], service: 'operator' });
  });

  test('verify names every difference and ends with 1', async () => {
    pages = [
      { accounts: 2, findings: [differing('sarah')] },
      { accounts: 1, findings: [differing('tom')] },
    ];
    const { code, lines } = await consult('verify', '--tenant', '100001');
    expect(code).toBe(1);
    expect(lines).toEqual([
      '100001 sarah lots.lot-1.remaining: account 5, movements 3',
      '100001 tom lots.lot-1.remaining: account 5, movements 3',
      '3 accounts, 2 differ',
    ]);
    expect(asked.map(({ request }) => request.tenantId)).toEqual(['100001', '100001']);
  });

  test('rebuild asks for the repair, and ends with 0 when all is well again', async () => {
    pages = [{ accounts: 1, findings: [differing('sarah', true)] }];
    const { code, lines } = await consult('rebuild', '--tenant', '100001');
    expect(code).toBe(0);
    expect(lines).toEqual([
      'repaired 100001 sarah lots.lot-1.remaining: account 5, movements 3',
      '1 account, 1 repaired',
    ]);
    expect(asked.map(({ request }) => request.repair)).toEqual([true]);
  });

  test('rebuild ends with 1 when something could not be repaired', async () => {
    pages = [{ accounts: 2, findings: [differing('sarah', true), differing('tom')] }];
    const { code, lines } = await consult('rebuild');
    expect([code, lines.at(-1)]).toEqual([1, '2 accounts, 1 repaired, 1 could not be repaired']);
    expect(lines).toContain('NOT repaired 100001 tom lots.lot-1.remaining: account 5, movements 3');
  });

  test('a tenant that is none is said before anyone is asked', async () => {
    const { code, stderr } = await consult('verify', '--tenant', 'acme');
    expect([code, stderr]).toEqual([1, expect.stringContaining('--tenant is six digits')]);
    expect(asked).toEqual([]);
  });

  test('where credits cannot be reached, nothing is said about balances', async () => {
    where = '127.0.0.1:1';
    const { code, lines, stderr } = await consult('verify');
    expect([code, lines, stderr]).toEqual([1, [''], expect.stringContaining('not reachable')]);
  });
});
