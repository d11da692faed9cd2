import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EnvironmentIncomplete, readEnvironment, variableNames } from './environment.ts'

const complete = {
  DATABASE_URL: 'postgresql://makerline:hunter2@db.example:5432/makerline',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  STRIPE_SECRET_KEY: 'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
  STRIPE_WEBHOOK_SECRET: 'whsec_4eC39HqLyjWDarjtT1zdp7dc',
  CARRIER_URL: 'https://carrier.example',
  CARRIER_KEY: 'carrier-key-123456',
  CARRIER_SECRET: 'carrier-secret-123456',
  SMTP_URL: 'smtp://mail.example:587',
  AUTH_SECRET: '0123456789abcdef0123456789abcdef',
}

function refusal(source: Record<string, string | undefined>): EnvironmentIncomplete {
  try {
    readEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentIncomplete) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('what is left out has a safe default', () => {
  const environment = readEnvironment(complete)
  expect(environment.demo).toBe(false)
  expect(environment.speed).toBe(1)
  expect(environment.web).toEqual({ host: '127.0.0.1', port: 3000, origin: 'http://localhost:3000', trustProxy: false })
  expect(environment.files).toEqual({ kind: 'folder', folder: '.data/files' })
  expect(environment.temporal).toEqual({ address: 'temporal.example:7233', namespace: 'default', tls: false })
})

test('an origin is kept without path and slash', () => {
  expect(readEnvironment({ ...complete, ORIGIN: 'https://shop.example/' }).web.origin).toBe('https://shop.example')
  expect(readEnvironment({ ...complete, HOST: 'fe80::1', PORT: '80' }).web.origin).toBe('http://[fe80::1]')
})

test('everything that is missing is named at once', () => {
  expect(refusal({}).variables).toEqual(expect.arrayContaining(Object.keys(complete)))
})

test('an empty variable is not set', () => {
  expect(refusal({ ...complete, AUTH_SECRET: '' }).message).toContain('AUTH_SECRET is not set')
})

test('demo mode takes no live key', () => {
  const live = { ...complete, STRIPE_SECRET_KEY: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc' }
  expect(readEnvironment(live).stripe.secretKey).toBe(live.STRIPE_SECRET_KEY)
  expect(refusal({ ...live, DEMO: '1' }).variables).toEqual(['STRIPE_SECRET_KEY'])
})

test('time runs at its own pace outside demo mode', () => {
  expect(refusal({ ...complete, SPEED: '240' }).variables).toEqual(['SPEED'])
  expect(readEnvironment({ ...complete, SPEED: '240', DEMO: '1' }).speed).toBe(240)
})

test('a bucket is described wholly or not at all', () => {
  const some = { ...complete, S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'makerline' }
  expect(refusal(some).variables).toEqual(['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
  const whole = { ...some, S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' }
  expect(readEnvironment(whole).files).toMatchObject({ kind: 's3', bucket: 'makerline', region: 'us-east-1' })
})

test('no refusal repeats a value', () => {
  const name = fc.constantFrom(...Object.keys(complete), 'PORT', 'SPEED', 'DEMO', 'ORIGIN', 'LOG_LEVEL')
  const value = fc.stringMatching(/^[a-z0-9_]{12,40}$/)
  fc.assert(
    fc.property(fc.dictionary(name, value, { minKeys: 1 }), (wrong) => {
      const { message } = refusal({ ...wrong, TEMPORAL_ADDRESS: 'nowhere' })
      for (const text of Object.values(wrong)) expect(message).not.toContain(text)
    }),
  )
})

test('.env.example explains every variable and no other', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const explained = [...example.matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name]) => name)
  expect(explained.toSorted()).toEqual([...variableNames].toSorted())
})
