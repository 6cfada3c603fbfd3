import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/*.spec.ts', 'fault/*.spec.ts'],
  outputDir: 'test-results/e2e',
  // One window at a time: focus and timing are part of what is tested.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/playwright.json' }]
  ],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' }
})
