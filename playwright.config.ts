import { readFileSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// `npm test` starts a system of its own and says where; by hand the journeys run on the one that `npm start` has started.
const ready: { web: string } = JSON.parse(readFileSync(process.env.READY ?? '.data/ready.json', 'utf8'))
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.journey.ts',
  // A journey that passes the second time has found something: it is not asked twice.
  retries: 0,
  forbidOnly: true,
  // The system under test, its database and the browser's software rendering share the machine's cores.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testMatch: ['**/whole-way.journey.ts', '**/pages.journey.ts'],
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
  use: {
    baseURL: ready.web,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // What cannot be pressed by then will not be: the rest of the minutes would be spent in vain.
    actionTimeout: 20_000,
    // Pictures of every moment would take as much of the machine as the journeys themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
})
