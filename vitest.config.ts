import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One core less is the default, which on two cores is one.
    maxWorkers: '100%',
    projects: [
      // Tests beside their files leave nothing behind in a module: they share processes, and what those have compiled.
      { extends: true, test: { name: 'src', include: ['src/**/*.test.ts', 'web/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'tests', include: ['tests/**/*.test.ts'], globalSetup: './tests/support/share.ts' },
      },
    ],
  },
});
