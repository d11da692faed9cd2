import type { Operation, Order, Quote } from './order-data.ts'

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 11, day, hour)).toISOString()

/** A quote as the API gives it, for tests of the views. */
export function quoteUnderTest(given: Partial<Quote> = {}): Quote {
  return {
    id: 'q1',
    round: 1,
    state: 'offered',
    factory: { id: 'foshan-lianhe', name: 'Foshan Lianhe', country: 'CN' },
    belt: 'foshan',
    distanceKm: 8943,
    price: { amount: 31250, currency: 'EUR' },
    trace: [],
    deliverBy: at(20),
    heldUntil: at(4),
    ...given,
  }
}

/** An operation of its job, for tests of the views. */
export function operationUnderTest(given: Partial<Operation> = {}): Operation {
  return {
    operation: 'saw',
    workCentre: 'saw',
    state: 'planned',
    startsAt: at(5),
    endsAt: at(5, 11),
    startedAt: null,
    finishedAt: null,
    after: [],
    setupS: 600,
    runS: 3600,
    lagS: 0,
    note: null,
    photo: null,
    pauseReason: null,
    ...given,
  }
}

/** An order as the API gives it, in whatever state a test needs. */
export function orderUnderTest(given: Partial<Order> = {}): Order {
  return {
    order: '0123456789abcdef01234567',
    url: 'http://127.0.0.1/orders/0123456789abcdef01234567?key=k',
    product: 'shelf',
    version: 1,
    quantity: 1,
    design: 'd1',
    email: 'lena@example.org',
    address: { name: 'Lena', line1: 'Weg 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    country: 'DE',
    stage: 'quoting',
    waitingOn: 'factory',
    waitingSince: at(1),
    dueAt: at(4),
    promisedAt: null,
    projectedAt: null,
    late: false,
    round: 1,
    hash: 'ab'.repeat(32),
    shown: { price: { amount: 31250, currency: 'EUR' }, deliverBy: at(21) },
    payment: { state: 'none' },
    job: null,
    operations: [],
    shipment: null,
    report: null,
    payout: null,
    createdAt: at(1),
    now: at(2),
    speed: 1,
    ...given,
  }
}
