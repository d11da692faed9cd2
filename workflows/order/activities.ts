import type { Equipment } from '../equipment.ts'
import { createBookings } from './booking.ts'
import { createBooks } from './books.ts'
import type { OrderEffects, OrderRecords } from './effects.ts'
import { createMails } from './mail.ts'
import { createOutside } from './outside.ts'
import { createRound } from './round.ts'

/** Everything an order does outside its workflow. */
export function createOrderActivities(equipment: Equipment): OrderRecords & OrderEffects {
  return {
    ...createBooks(equipment.database),
    ...createRound(equipment.database),
    ...createBookings(equipment.database),
    ...createOutside(equipment),
    ...createMails(equipment),
  }
}
