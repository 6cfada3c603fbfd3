import { defineConfig } from 'vitest/config'

/** Tests of pure code leave nothing behind, so that their files can share a worker: that halves their time. */
const pure = ['tests/core/**', 'tests/contract/**', 'tests/generate/**']
const others = ['tests/e2e/**', 'tests/bench/**', 'node_modules/**']
const tests = 'tests/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'threads',
    // Property tests take their time on a busy machine; what must be fast asserts its own limit.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure.map(folder => `${folder}/*.test.ts`), isolate: false }
      },
      { extends: true, test: { name: 'edges', include: [tests], exclude: [...others, ...pure] } }
    ]
  }
})
