/** The demo stack's people and packages: the source document's, where it names them. */
export const DEMO_PASSWORD = 'demo-password';

export const DEMO = {
  slug: 'demo',
  name: 'Demo Consulting',
  currency: 'USD',
  timezone: 'UTC',
  adminEmail: 'admin@demo.test',
  adminName: 'Ada Admin',
  adminPassword: DEMO_PASSWORD,
} as const;

export const SECOND = {
  slug: 'studio',
  name: 'Studio Two',
  currency: 'EUR',
  timezone: 'Europe/Berlin',
  stripeAccountId: 'acct_studio2demo',
  adminEmail: 'admin@studio.test',
  adminName: 'Stella Studio',
  adminPassword: DEMO_PASSWORD,
} as const;

export const CONSULTANTS = [
  {
    name: 'Mike Johnson',
    email: 'mike@demo.test',
    headline: 'Social media and marketing strategy',
    expertise: ['marketing', 'social media', 'advertising'],
    languages: ['English'],
    timezone: 'UTC',
  },
  {
    name: 'Sarah Johnson',
    email: 'sarah.johnson@demo.test',
    headline: 'Software architecture and operations',
    expertise: ['architecture', 'databases', 'security'],
    languages: ['English', 'German'],
    timezone: 'UTC',
  },
] as const;

export const CLIENT = { name: 'Casey Client', email: 'client@demo.test', timezone: 'UTC' } as const;
export const FINANCE = { name: 'Fiona Finance', email: 'finance@demo.test', timezone: 'UTC' } as const;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const EVERY_DAY = WEEKDAYS.map((weekday) => ({ weekday, hours: [{ from: '08:00', to: '20:00' }] }));

export const PACKAGES = [
  {
    details: {
      name: 'Free 15-Min Consultation',
      type: 'free_trial',
      description: 'Get to know us: fifteen minutes, once.',
    },
    credits: { total: 1, duration: { minutes: 15 }, expiresAfterDays: 30 },
    pricing: { amount: 0 },
    availability: { displayOrder: 0 },
    eligibility: { clientTypes: ['new'], maximumPurchasePerClient: 1 },
  },
  {
    details: { name: 'Single Session', type: 'pay_per_use', description: 'One session, when you need it.' },
    credits: { total: 1 },
    pricing: { amount: 9_900 },
    availability: { displayOrder: 1 },
  },
  {
    details: { name: 'Quick Start Package', type: 'consultation_bundle', description: 'Three sessions to begin with.' },
    credits: { total: 3, expiresAfterDays: 60 },
    pricing: { amount: 29_700 },
    availability: { featuredPackage: true, displayOrder: 2 },
    marketing: { tagline: 'Three sessions for $297', badge: 'popular' },
  },
  {
    details: {
      name: 'Support Bundle',
      type: 'consultation_bundle',
      description: 'Ten sessions over half a year.',
      category: 'business',
    },
    credits: { total: 10, expiresAfterDays: 180 },
    pricing: { amount: 79_000 },
    availability: { featuredPackage: true, displayOrder: 3 },
  },
  {
    details: {
      name: 'Growth Plan Package',
      type: 'monthly_subscription',
      description: 'Eight sessions every month.',
      category: 'business',
    },
    credits: { total: 8 },
    pricing: { amount: 79_900 },
    subscription: { recurring: true, interval: 'month' },
    availability: { featuredPackage: true, displayOrder: 4 },
  },
  {
    details: {
      name: 'Enterprise Package',
      type: 'custom_plan',
      description: 'As many sessions as you need.',
      category: 'enterprise',
    },
    credits: { unlimited: true },
    pricing: { amount: 299_900 },
    subscription: { recurring: true },
    availability: { featuredPackage: true, displayOrder: 5 },
  },
] as const;

export const SECOND_PACKAGES = [
  {
    details: { name: 'Studio Hour', type: 'pay_per_use' },
    credits: { total: 1 },
    pricing: { amount: 12_000 },
    availability: { featuredPackage: true },
  },
] as const;
