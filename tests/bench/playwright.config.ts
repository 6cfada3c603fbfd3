import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/bench',
  // Measurements share the machine with nothing of ours.
  workers: 1,
  fullyParallel: false,
  timeout: 420_000,
  retries: 0,
  reporter: [['list']]
})
