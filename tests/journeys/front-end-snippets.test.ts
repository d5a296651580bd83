import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { checkWorld } from '../support/invariants.ts';
import {
  addConsultant,
  confirmPayment,
  createPackage,
  createTenant,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type World,
} from '../support/world.ts';

/**
 * The source document's five front-end snippets, line by line: only a base URL and a token are added to `fetch`,
 * and `alert`, `console.log` and `window.location` are collected instead of shown.
 */
describe("the source document's front end runs unchanged", () => {
  let world: World;
  let client: Person;
  let mike: Person;
  let fetch: (path: string, init?: RequestInit) => Promise<{ json(): Promise<Loose> }>;
  const shown: string[] = [];
  const console = { log: (line: string) => void shown.push(line) };
  const alert = (line: string) => void shown.push(line);
  const window = { location: { href: '' } };
  let chosen: Loose;

  // What the snippets read is what the test is about, so that nothing is declared beforehand.
  // biome-ignore lint/suspicious/noExplicitAny: answers as a front end without types sees them
  type Loose = ReturnType<typeof JSON.parse>;

  beforeAll(async () => {
    world = await startWorld();
    const tenant = await createTenant(world, 'snippets');
    mike = await addConsultant(world, tenant, 'Mike Johnson', 'mike@snippets.test');
    await createPackage(tenant, {
      details: { name: 'Professional Package', type: 'consultation_bundle', category: 'business' },
      credits: { total: 5, expiresAfterDays: 90, duration: { minutes: 60 } },
      pricing: { amount: 45000, currency: 'USD', discount: { percentage: 10, amount: 5000 } },
      availability: { status: 'active', featuredPackage: true, displayOrder: 2 },
      marketing: { badge: 'popular' },
    });
    client = await registerClient(world, tenant.slug, 'A client', 'client@snippets.test');
    const token = client.api;
    fetch = async (path, init) => {
      const answer =
        init?.method === 'POST'
          ? await token.post<Loose>(path, typeof init.body === 'string' ? JSON.parse(init.body) : undefined)
          : await token.get<Loose>(path);
      return { json: async () => answer.body };
    };
  }, 180_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  test('loadPackages', async () => {
    const response = await fetch('/api/billing/packages?featured=true');
    const { data: packages } = await response.json();
    packages.forEach((pkg: Loose) => {
      console.log(`
      ${pkg.details.name}
      Price: $${pkg.pricing.amount / 100}
      Credits: ${pkg.credits.total} consultations
      Expires: ${pkg.credits.expiresAfterDays} days
      ${pkg.marketing?.badge || ''}
    `);
    });
    expect(
      shown
        .at(-1)
        ?.split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      '',
      'Professional Package',
      'Price: $450',
      'Credits: 5 consultations',
      'Expires: 90 days',
      'popular',
      '',
    ]);
    chosen = packages[0];
  });

  test('purchasePackage', async () => {
    const response = await fetch('/api/billing/payments/intent', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ packageId: chosen.packageId, amount: chosen.pricing.amount, currency: 'USD' }),
    });
    const { clientSecret } = await response.json();
    // Stripe.js: `stripe.confirmCardPayment(clientSecret)`.
    expect((await confirmPayment(world, clientSecret)).status).toBe(200);
  });

  test('loadCreditBalance', async () => {
    const load = async () => {
      const response = await fetch('/api/billing/credits/balance');
      const { data } = await response.json();
      console.log(`
    Available Credits: ${data.availableCredits}
    Free Trial: ${data.freeTrial.eligible ? 'Available' : 'Used'}
    Active Packages: ${data.activeCredits.length}
  `);
      data.activeCredits.forEach((credit: Loose) => {
        console.log(`
      Credits: ${credit.creditsRemaining}/${credit.creditsAdded}
      Expires: ${new Date(credit.expiryDate).toLocaleDateString()}
    `);
      });
      return shown.at(-1) ?? '';
    };
    await eventually(async () => expect(await load()).toContain('Credits: 5/5'), { withinMs: SETTLE_MS });
    expect(shown.at(-1)).not.toContain('Invalid Date');
    expect(shown.at(-2)).toContain('Available Credits: 5');
  });

  test('bookConsultation', async () => {
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const formData = {
      consultantId: mike.userId,
      title: 'Marketing Strategy Session',
      type: 'strategy_session',
      date: `${day}T14:00:00Z`,
      endDate: `${day}T15:00:00Z`,
      objectives: ['Review current marketing performance'],
    };
    const balanceResponse = await fetch('/api/billing/credits/balance');
    const { data } = await balanceResponse.json();
    if (data.availableCredits === 0 && !data.freeTrial.eligible) {
      alert('No credits available. Please purchase a package.');
      window.location.href = '/pricing';
      return;
    }
    const response = await fetch('/api/consultations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        consultantId: formData.consultantId,
        title: formData.title,
        type: formData.type,
        scheduledStart: formData.date,
        scheduledEnd: formData.endDate,
        objectives: formData.objectives,
      }),
    });
    const { data: consultation } = await response.json();
    alert(`Consultation booked! ID: ${consultation.consultationId}`);
    expect(window.location.href).toBe('');
    expect(shown.at(-1)).toMatch(/^Consultation booked! ID: CONS-\d{6}-\d{4,}$/);
  });

  test('loadConsultations', async () => {
    const response = await fetch('/api/consultations/me');
    const { data: consultations } = await response.json();
    consultations.forEach((consult: Loose) => {
      console.log(`
      ${consult.details.title}
      Date: ${new Date(consult.schedule.scheduledStart).toLocaleString()}
      Consultant: ${consult.consultant.name}
      Status: ${consult.status.current}
      ${consult.feedback?.client?.rating ? `Rating: ${consult.feedback.client.rating}/5` : ''}
    `);
    });
    const lines = shown
      .at(-1)
      ?.split('\n')
      .map((line) => line.trim());
    expect(lines?.slice(1, 5)).toEqual([
      'Marketing Strategy Session',
      expect.stringMatching(/^Date: (?!Invalid)/),
      'Consultant: Mike Johnson',
      'Status: scheduled',
    ]);
    await checkWorld(world);
  });
});
