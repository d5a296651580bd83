/** One configuration for every suite: sources run as ESM, swc strips the types, nothing is mocked. */
const files = (/** @type {string[]} */ ...globs) => globs;
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node'] },
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.cache/'],
};
export default {
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'units',
      testMatch: files('<rootDir>/libs/*/test/**/*.test.ts', '<rootDir>/services/*/test/**/*.test.ts'),
    },
    { ...shared, displayName: 'system', testMatch: files('<rootDir>/tests/**/*.test.ts') },
  ],
};
