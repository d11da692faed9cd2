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
      if (option.kind === 'lengths') has(`place.${option.key}`)
      if ('values' in option) for (const value of option.values) has(`value.${option.key}.${value}`)
      if (['cells', 'lengths', 'cell-choices', 'text'].includes(option.kind)) has(`fix.${option.key}.none`)
    }
  })

  it('say every change of an option', () => {
    for (const { key, kind } of shelf.options) {
      const isCounted = kind === 'length' || kind === 'count' || kind === 'cells' || kind === 'cell-choices'
      if (isCounted) for (const way of ['more', 'less']) has(`${way}.${key}`)
    }
    for (const kind of ['choice', 'cells', 'cell-choices', 'lengths', 'even', 'text', 'without']) has(`change.${kind}`)
  })

  it('have a sentence for every rule, material and work centre', () => {
    for (const { code } of rules) has(`rule.${code}`)
    for (const material of materialIds) has(`material.${material}`)
    for (const kind of Object.keys(priceBook.card.hourly)) has(`work-centre.${kind}`)
  })

  it('name every check, part and note that occurs, and the book prices every material', () => {
    const random = seeded(7)
    for (let count = 0; count < 60; count += 1) {
      const options = sampleReachable(shelf, random)
      const make = shelf.make(options)
      for (const { code } of shelf.examine(options).checks()) {
        has(`check.${code}`)
        has(`check.${code}.failed`)
      }
      for (const { kind } of make.parts) has(`part.${kind}`)
      for (const { code } of make.notes) has(`note.${code}`)
      for (const { material, unit } of make.materials) {
        has(`unit.${unit}`)
        expect(priceBook.card.materials[material], material).toBeGreaterThan(0)
      }
    }
  })
})
