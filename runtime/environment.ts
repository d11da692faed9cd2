import { z } from 'zod'

/** Where this process runs and with whom it speaks: every variable of the environment that means anything to us. */
export type Environment = {
  /** Made-up accounts, simulated factories and a fast clock are allowed; real money is not. */
  readonly demo: boolean
  readonly database: { readonly url: string }
  readonly temporal: {
    readonly address: string
    readonly namespace: string
    readonly apiKey?: string
    readonly tls: boolean
    /** Origin of its web interface, for operators' links. */
    readonly ui?: string
  }
  readonly stripe: { readonly secretKey: string; readonly webhookSecret: string; readonly apiUrl?: string }
  readonly carrier: { readonly apiUrl: string; readonly apiKey: string; readonly webhookSecret: string }
  readonly mail: { readonly smtpUrl: string; readonly from: string }
  readonly files: FolderForFiles | BucketForFiles
  readonly web: {
    readonly host: string
    readonly port: number
    /** The site's public origin, without a slash at the end; mails, payment pages and cookies are made for it. */
    readonly origin: string
    /** A proxy of ours stands in front: it is believed about the caller's address. */
    readonly trustProxy: boolean
  }
  /** Where a worker answers `/healthz`; without one it does not. */
  readonly healthPort?: number
  readonly authSecret: string
  /** Where this installation keeps what is neither in the database nor in the file store, such as secrets it made. */
  readonly dataDir: string
  /** Business seconds per wall second at the clock's first start; 1 outside demo mode. */
  readonly speed: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export type FolderForFiles = { readonly kind: 'folder'; readonly folder: string }

export type BucketForFiles = {
  readonly kind: 's3'
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly prefix?: string
}

/** Tells every variable that is missing or wrong, by name and never by value. */
export class EnvironmentIncomplete extends Error {
  readonly variables: readonly string[]

  constructor(problems: readonly { variable: string; sentence: string }[]) {
    const lines = problems.map(({ variable, sentence }) => `${variable} ${sentence}`)
    super(`${lines.join('; ')}. See .env.example, which explains every variable.`)
    this.name = 'EnvironmentIncomplete'
    this.variables = problems.map(({ variable }) => variable)
  }
}

const url = (what: RegExp, sentence: string) =>
  z.string('is not set').refine((text) => what.test(text) && URL.canParse(text), sentence)
const httpUrl = url(/^https?:\/\//, 'must be an http:// or https:// address')
const secret = z.string('is not set').min(32, 'must have at least 32 characters')
const port = z.coerce
  .number('must be a port')
  .int('must be a port')
  .min(1, 'must be a port')
  .max(65_535, 'must be a port')
const flag = z.enum(['0', '1', 'false', 'true'], 'must be 1 or 0').transform((text) => text === '1' || text === 'true')

const bucketVariables = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

const variables = z
  .object({
    DEMO: flag.default(false),
    DATABASE_URL: url(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
    TEMPORAL_ADDRESS: z.string('is not set').regex(/^[\w.-]+:\d+$/, 'must be host:port'),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    TEMPORAL_API_KEY: z.string().optional(),
    TEMPORAL_TLS: flag.optional(),
    TEMPORAL_UI: httpUrl.optional(),
    STRIPE_SECRET_KEY: z.string('is not set').regex(/^(sk|rk)_(test|live)_/, 'must be a secret key (sk_…) of Stripe'),
    STRIPE_WEBHOOK_SECRET: z.string('is not set').startsWith('whsec_', 'must be a webhook secret (whsec_…) of Stripe'),
    STRIPE_API_URL: httpUrl.optional(),
    CARRIER_URL: httpUrl,
    CARRIER_KEY: z.string('is not set'),
    CARRIER_SECRET: z.string('is not set').min(16, 'must have at least 16 characters'),
    SMTP_URL: url(/^smtps?:\/\//, 'must be an smtp:// or smtps:// address'),
    MAIL_FROM: z
      .string()
      .includes('@', { message: 'must be a mail address' })
      .default('Makerline <orders@makerline.example>'),
    S3_ENDPOINT: httpUrl.optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_PREFIX: z.string().optional(),
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(3000),
    ORIGIN: httpUrl.optional(),
    TRUST_PROXY: flag.default(false),
    HEALTH_PORT: port.optional(),
    AUTH_SECRET: secret,
    DATA_DIR: z.string().default('.data'),
    SPEED: z.coerce
      .number('must be a number')
      .positive('must be above 0')
      .max(100_000, 'must be at most 100000')
      .default(1),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
      .default('info'),
  })
  .superRefine((values, context) => {
    const refuse = (variable: string, message: string) =>
      context.addIssue({ code: 'custom', path: [variable], message })
    if (values.DEMO && /^(sk|rk)_live_/.test(values.STRIPE_SECRET_KEY)) {
      refuse(
        'STRIPE_SECRET_KEY',
        'is a live key, and demo mode takes no real money: use a test key, or leave DEMO unset',
      )
    }
    if (!values.DEMO && values.SPEED !== 1) refuse('SPEED', 'must be 1 outside demo mode')
    const given = bucketVariables.filter((name) => values[name] !== undefined)
    if (given.length === 0) return
    for (const name of bucketVariables) {
      if (values[name] === undefined) refuse(name, `is not set, but ${given.join(' and ')} is`)
    }
  })

/** The names of all variables, for the test that holds `.env.example` to them. */
export const variableNames: readonly string[] = Object.keys(variables.shape)

/** An empty variable is how shells and containers say that it is not set. */
function present(source: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )
}

/**
 * Reads the environment once, at a process's start.
 *
 * @param source `process.env`
 * @throws EnvironmentIncomplete naming every variable that is missing or wrong
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const read = variables.safeParse(present(source))
  if (!read.success) {
    throw new EnvironmentIncomplete(
      read.error.issues.map(({ path, message }) => ({ variable: path.join('.'), sentence: message })),
    )
  }
  const values = read.data
  return {
    demo: values.DEMO,
    database: { url: values.DATABASE_URL },
    temporal: {
      address: values.TEMPORAL_ADDRESS,
      namespace: values.TEMPORAL_NAMESPACE,
      tls: values.TEMPORAL_TLS ?? values.TEMPORAL_API_KEY !== undefined,
      ...(values.TEMPORAL_API_KEY === undefined ? {} : { apiKey: values.TEMPORAL_API_KEY }),
      ...(values.TEMPORAL_UI === undefined ? {} : { ui: values.TEMPORAL_UI }),
    },
    stripe: {
      secretKey: values.STRIPE_SECRET_KEY,
      webhookSecret: values.STRIPE_WEBHOOK_SECRET,
      ...(values.STRIPE_API_URL === undefined ? {} : { apiUrl: values.STRIPE_API_URL }),
    },
    carrier: { apiUrl: values.CARRIER_URL, apiKey: values.CARRIER_KEY, webhookSecret: values.CARRIER_SECRET },
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    files: filesOf(values),
    web: {
      host: values.HOST,
      port: values.PORT,
      origin: new URL(values.ORIGIN ?? localOrigin(values)).origin,
      trustProxy: values.TRUST_PROXY,
    },
    authSecret: values.AUTH_SECRET,
    dataDir: values.DATA_DIR,
    speed: values.SPEED,
    logLevel: values.LOG_LEVEL,
    ...(values.HEALTH_PORT === undefined ? {} : { healthPort: values.HEALTH_PORT }),
  }
}

type Values = z.infer<typeof variables>

function filesOf(values: Values): FolderForFiles | BucketForFiles {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return { kind: 'folder', folder: `${values.DATA_DIR}/files` }
  }
  return {
    kind: 's3',
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: values.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    ...(values.S3_PREFIX === undefined ? {} : { prefix: values.S3_PREFIX }),
  }
}

// An address that stands for all of a machine's names is no name to link to.
function localOrigin({ HOST, PORT }: Values): string {
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST
  return `http://${name.includes(':') ? `[${name}]` : name}:${PORT}`
}
