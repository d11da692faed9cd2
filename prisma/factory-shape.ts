import { z } from 'zod'
import type { FactoryProfile } from '#models/market/factory.ts'
import type { Calendar } from '#models/planning/calendar.ts'
import type { Resource } from '#models/planning/resource.ts'
import { workCentreKinds } from '#models/product/routing.ts'
import { currencySchema } from './orders.ts'

const workCentre = z.enum(workCentreKinds)

export const rateCardSchema = z.object({
  id: z.string(),
  currency: currencySchema,
  hourly: z.partialRecord(workCentre, z.number()),
  materials: z.record(z.string(), z.number()),
  marginPermille: z.number(),
})

/** The stored form of a factory's profile. */
export const profileSchema: z.ZodType<FactoryProfile> = z.object({
  id: z.string(),
  name: z.string(),
  belt: z.string(),
  place: z.string(),
  country: z.string(),
  zone: z.string(),
  lat: z.number(),
  lon: z.number(),
  rateCard: rateCardSchema,
  workCentres: z.array(workCentre),
  limits: z.object({
    longestMm: z.partialRecord(workCentre, z.number()),
    heaviestPartG: z.number().exactOptional(),
    largestQuantity: z.number().exactOptional(),
  }),
  outOfStock: z.array(z.string()),
  serves: z.array(z.string()),
  leadTime: z.object({ queueDays: z.number(), materialDays: z.record(z.string(), z.number()) }),
  cutOff: z.string(),
  closedUntil: z.number(),
  score: z.number(),
})

export const calendarSchema: z.ZodType<Calendar> = z.object({
  zone: z.string(),
  shifts: z.array(z.object({ weekday: z.number(), from: z.string(), to: z.string() })),
  closures: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
})

export const resourceSchema: z.ZodType<Resource> = z.object({
  id: z.string(),
  kind: z.enum(['machine', 'person']),
  workCentres: z.array(workCentre),
  calendar: calendarSchema,
  sharePermille: z.number(),
})
