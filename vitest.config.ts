import { defineConfig } from 'vitest/config'

const aside = ['**/node_modules/**', 'build/**', 'build.*/**', '.data/**']

// Which tests run where is told by the file's name:
//   x.test.ts         no server, no clock, any order
//   x.server.test.ts  on a real PostgreSQL and a real Temporal server, started once for the run
//   x.replay.test.ts  recorded histories against the workflow code, without a server
//   x.outside.test.ts our files as programs read them that were written elsewhere; installs those
//   x.system.test.ts  whole systems started, killed and stopped as `npm start` does it, on the production build
export default defineConfig({
  test: {
    environment: 'node',
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...aside, '**/*.{server,replay,outside,system}.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
          // What is tested here keeps nothing between its calls, so the files may share their modules.
          isolate: false,
        },
      },
      {
        test: {
          name: 'server',
          include: ['**/*.server.test.ts'],
          exclude: aside,
          globalSetup: ['scripts/services-for-tests.mjs'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 3,
        },
      },
      {
        test: { name: 'replay', include: ['**/*.replay.test.ts'], exclude: aside, testTimeout: 120_000 },
      },
      {
        test: { name: 'outside', include: ['**/*.outside.test.ts'], exclude: aside, testTimeout: 120_000 },
      },
      {
        test: {
          name: 'system',
          include: ['**/*.system.test.ts'],
          exclude: aside,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
        },
      },
    ],
  },
})
