/**
 * A party outside did not answer, or said that it cannot right now. Whether the effect happened is unknown:
 * repeat the same call with the same idempotency key until it answers.
 */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable'
  /** Which party: `stripe`, `carrier`, `mail`, `files`. */
  readonly service: string

  /** `reason` is for the log: it must hold no key, address or card detail. */
  constructor(service: string, reason: string) {
    super(`${service} is unavailable: ${reason}`)
    this.service = service
  }
}

/** A party outside answered something our configuration or our code must be changed for; repeating does not help. */
export class ServiceRejected extends Error {
  override readonly name = 'ServiceRejected'
  readonly service: string

  constructor(service: string, reason: string) {
    super(`${service} rejected the call: ${reason}`)
    this.service = service
  }
}
