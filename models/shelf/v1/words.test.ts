import { describe, expect, it } from 'vitest'
import { sampleReachable, seeded } from '../../product/sample.ts'
import { materialIds, priceBook } from './price-book.ts'
import { rules } from './rules.ts'
import { shelf } from './shelf.ts'
import { words } from './words.en.ts'

const has = (key: string) => expect(words, key).toHaveProperty([key])

describe('the words of the shelf', () => {
  it('name every option, value, group and fix', () => {
    for (const option of shelf.options) {
      has(`option.${option.key}`)
      has(`group.${option.group}`)
      has(`fix.${option.key}`)
      if (option.kind === 'choice') for (const value of option.values) has(`value.${option.key}.${value}`)
    }
    has('fix.name.none')
    has('fix.doors.none')
  })

  it('say what a change comes to', () => {
    for (const { key, kind } of shelf.options) {
      if (kind === 'length' || kind === 'count' || kind === 'cells')
        for (const way of ['more', 'less']) has(`${way}.${key}`)
    }
    for (const code of ['choice', 'cells', 'text', 'without']) has(`change.${code}`)
  })

  it('have a sentence for every rule and refusal of the reading', () => {
    for (const { code } of rules) has(`rule.${code}`)
    for (const code of ['option_out_of_range', 'option_unknown', 'options_unreadable']) has(`rule.${code}`)
  })

  it('name every material, work centre, operation, part, check, note and price line that occurs', () => {
    for (const material of materialIds) has(`material.${material}`)
    for (const kind of Object.keys(priceBook.card.hourly)) has(`work-centre.${kind}`)
    for (const code of ['material', 'work', 'margin', 'freight_main', 'freight_door', 'customs_entry', 'duty', 'tax']) {
      has(`trace.${code}`)
    }
    const random = seeded(7)
    for (let count = 0; count < 200; count += 1) {
      const options = sampleReachable(shelf, random)
      const { checks } = shelf.examine(options)
      const make = shelf.make(options)
      for (const { code } of checks()) {
        has(`check.${code}`)
        has(`check.${code}.failed`)
      }
      for (const { key } of make.operations) has(`operation.${key}`)
      for (const { kind } of make.parts) has(`part.${kind}`)
      for (const { code } of make.notes) has(`note.${code}`)
      for (const { material, unit } of make.materials) {
        has(`unit.${unit}`)
        expect(priceBook.card.materials[material], material).toBeGreaterThan(0)
      }
    }
  })
})
