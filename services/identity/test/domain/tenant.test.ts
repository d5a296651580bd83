import { describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { changeTenant, newTenant, type TenantDraft, tenantFaults } from '../../src/domain/tenant.ts';

const DRAFT: TenantDraft = {
  slug: 'acme',
  name: 'Acme',
  stripeAccountId: 'acct_platform',
  currency: 'EUR',
  timezone: 'Europe/Berlin',
  policies: { minimumNoticeMinutes: 60 },
};
const TENANT = newTenant(DRAFT, { tenantId: '100001', now: new Date('2025-01-01T09:00:00Z') });

describe('a tenant', () => {
  test('starts with the default rules, its own laid over them', () => {
    expect(TENANT.policies).toEqual({ ...DEFAULT_POLICIES, minimumNoticeMinutes: 60, version: 1 });
  });

  test('gets a new version of its rules when one of them changed', () => {
    const { policies } = changeTenant(TENANT, { policies: { ...DEFAULT_POLICIES, minimumNoticeMinutes: 90 } });
    expect(policies).toMatchObject({ version: 2, minimumNoticeMinutes: 90 });
  });

  test('keeps the version of its rules when only its name changed, or the same rules are sent again', () => {
    expect(changeTenant(TENANT, { name: 'Acme Ltd' })).toMatchObject({ version: 2, policies: { version: 1 } });
    const same = changeTenant(TENANT, { policies: { ...DEFAULT_POLICIES, minimumNoticeMinutes: 60 } });
    expect(same).toMatchObject({ version: 2, policies: { version: 1 } });
  });

  test('a rule that is taken back is a change', () => {
    const priced = changeTenant(TENANT, { policies: { ...TENANT.policies, singleSessionPriceMinor: 9900 } });
    const { singleSessionPriceMinor: _gone, ...without } = priced.policies;
    const after = changeTenant(priced, { policies: without });
    expect(after.policies.version).toBe(3);
    expect(after.policies.singleSessionPriceMinor).toBeUndefined();
  });

  test('no lengths of its own are none said; the same lengths again are no change', () => {
    expect(changeTenant(TENANT, { policies: { ...TENANT.policies, sessionMinutes: {} } }).policies).toBe(
      TENANT.policies,
    );
    const own = { training: { minimum: 90, maximum: 240 } };
    const changed = changeTenant(TENANT, { policies: { ...TENANT.policies, sessionMinutes: own } });
    expect(changed.policies).toMatchObject({ version: 2, sessionMinutes: own });
    const same = changeTenant(changed, {
      policies: { ...changed.policies, sessionMinutes: { training: { ...own.training } } },
    });
    expect(same.policies.version).toBe(2);
  });

  test('a length that ends before it begins is named', () => {
    const policies = { sessionMinutes: { training: { minimum: 90, maximum: 60 } } };
    expect(tenantFaults({ policies }).map(({ pointer }) => pointer)).toEqual(['/policies/sessionMinutes/training']);
  });

  test.each([
    [{ currency: 'EUR', timezone: 'UTC' }, []],
    [{ currency: 'XQQ', timezone: 'Mars/Olympus' }, ['/currency', '/timezone']],
    [{ currency: 'eur', timezone: '+02:00' }, ['/currency', '/timezone']],
  ])('%j has faults at %j', (stated, pointers) => {
    expect(tenantFaults(stated).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
