import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Option, Options } from './options.ts'
import { formOptions, readOptions } from './read-options.ts'

const options: readonly Option[] = [
  { key: 'width', group: 'size', withdrawal: 'bespoke', kind: 'length', min: 300, max: 3600, step: 10, unit: 'mm' },
  { key: 'columns', group: 'layout', withdrawal: 'preset', kind: 'count', min: 1, max: 12, step: 1 },
  { key: 'material', group: 'look', withdrawal: 'preset', kind: 'choice', values: ['birch', 'oak'] },
  { key: 'lit', group: 'look', withdrawal: 'preset', kind: 'flag' },
  { key: 'name', group: 'look', withdrawal: 'bespoke', kind: 'text', maxLength: 8 },
  { key: 'doors', group: 'layout', withdrawal: 'preset', kind: 'cells', columns: 'columns', rows: 'rows' },
  {
    ...{ key: 'widths', group: 'layout', withdrawal: 'bespoke', kind: 'lengths', count: 'columns', axis: 'x' },
    ...{ min: 150, max: 900, step: 1, unit: 'mm' },
  },
  {
    ...{ key: 'colours', group: 'look', withdrawal: 'preset', kind: 'cell-choices', columns: 'columns', rows: 'rows' },
    ...{ of: ['doors'], values: ['sage', 'ink'] },
  },
]
const defaults: Options = {
  ...{ width: 1200, columns: 3, material: 'birch', lit: false, name: '', doors: [] },
  ...{ widths: [], colours: [] },
}

const read = (raw: unknown) => readOptions(options, defaults, raw)
const refused = (raw: unknown) => read(raw).refusals.map(({ code, options: keys }) => [code, ...keys])

describe('reading options', () => {
  it('takes defaults for what is missing', () => {
    expect(read({})).toEqual({ options: defaults, refusals: [] })
    expect(read(undefined)).toEqual({ options: defaults, refusals: [] })
  })

  it('reads what a person types', () => {
    for (const typed of ['1500', ' 1 500 ', '1\u2009500 mm', '1\u00a0500']) {
      expect(read({ width: typed })).toEqual({ options: { ...defaults, width: 1500 }, refusals: [] })
    }
  })

  it('puts the nearest value in place of one out of range, and says so', () => {
    expect(read({ width: 5000 }).options.width).toBe(3600)
    expect(read({ width: 1204 }).options.width).toBe(1200)
    expect(read({ width: '-5' }).options.width).toBe(300)
    expect(read({ width: 5000 }).refusals).toEqual([
      {
        code: 'option_out_of_range',
        options: ['width'],
        values: { option: 'width', given: 5000, min: 300, max: 3600, step: 10 },
      },
    ])
    for (const width of ['wide', '', '12.5', null, Number.NaN, Number.POSITIVE_INFINITY, [1200], { a: 1 }, true]) {
      expect(refused({ width })).toEqual([['option_out_of_range', 'width']])
    }
  })

  it('refuses what is not on a list and what it does not know', () => {
    expect(refused({ material: 'gold' })).toEqual([['option_out_of_range', 'material']])
    expect(refused({ lit: 'maybe' })).toEqual([['option_out_of_range', 'lit']])
    expect(refused({ colour: 'red' })).toEqual([['option_unknown']])
    expect(refused(JSON.parse('{"__proto__":{"a":1}}'))).toEqual([['option_unknown']])
    expect(refused([])).toEqual([['options_unreadable']])
    expect(refused('width')).toEqual([['options_unreadable']])
  })

  it('writes text in one way: composed, trimmed, single spaces, no half signs', () => {
    expect(read({ name: '  A\u0308da \n B ' }).options.name).toBe('Äda B')
    expect(read({ name: 'Maximilian' })).toMatchObject({
      options: { name: 'Maximili' },
      refusals: [{ options: ['name'] }],
    })
    expect(refused({ name: 'a\ud800' })).toEqual([['option_out_of_range', 'name']])
  })

  it('sorts cells and keeps each once', () => {
    expect(read({ doors: ['2-2', '1-1', '2-1', '1-1', '10-1'] }).options.doors).toEqual(['1-1', '2-1', '10-1', '2-2'])
    expect(read({ doors: '2-1, 1-1' }).options.doors).toEqual(['1-1', '2-1'])
    expect(refused({ doors: ['0-1'] })).toEqual([['option_out_of_range', 'doors']])
    expect(refused({ doors: 7 })).toEqual([['option_out_of_range', 'doors']])
  })

  it('reads lengths of a list, a blank as an even share', () => {
    expect(read({ widths: [300, 0, 420] }).options.widths).toEqual([300, 0, 420])
    expect(read({ widths: '300,,1 200 mm' })).toMatchObject({ options: { widths: [300, 0, 900] } })
    expect(read({ widths: ['300', ' ', '420', '0'] })).toMatchObject({
      options: { widths: [300, 0, 420] },
      refusals: [],
    })
    for (const even of [[], '', null, [0, 0], ['', '']]) expect(read({ widths: even }).options.widths).toEqual([])
    for (const widths of [[20], [1000], [300.5], ['wide'], 300, { a: 1 }]) {
      expect(refused({ widths })).toEqual([['option_out_of_range', 'widths']])
    }
    expect(read({ widths: [300, 20, 1000] }).options.widths).toEqual([300, 150, 900])
    expect(read({ widths: [300, 20] }).refusals[0]?.values).toEqual({
      ...{ option: 'widths', given: 20, min: 150, max: 900, step: 1 },
    })
  })

  it('reads one choice a cell, in the order of cells', () => {
    expect(read({ colours: ['2-2:ink', '1-1:sage', ''] })).toMatchObject({
      options: { colours: ['1-1:sage', '2-2:ink'] },
      refusals: [],
    })
    expect(read({ colours: '10-1:ink,2-1:sage' }).options.colours).toEqual(['2-1:sage', '10-1:ink'])
    for (const colour of ['1-1:red', '1-1', '0-1:ink', 'ink', 7]) {
      expect(refused({ colours: [colour] })).toEqual([['option_out_of_range', 'colours']])
    }
    const twice = read({ colours: ['1-1:sage', '1-1:ink'] })
    expect(twice.options.colours).toEqual(['1-1:sage'])
    expect(twice.refusals[0]?.values.given).toBe('1-1:ink')
  })

  it('gives complete options within their ranges for anything, and reads its own answer unchanged', () => {
    const raw = fc.dictionary(fc.constantFrom(...options.map(({ key }) => key), 'other'), fc.anything())
    fc.assert(
      fc.property(fc.oneof(raw, fc.anything()), (given) => {
        const first = read(given)
        expect(Object.keys(first.options)).toEqual(options.map(({ key }) => key))
        expect(read(first.options)).toEqual({ options: first.options, refusals: [] })
      }),
    )
  })
})

describe('reading a form', () => {
  it('takes the known keys, several cells, and an absent flag as off', () => {
    const entries: [string, unknown][] = [
      ['width', '900'],
      ['doors', '1-1'],
      ['doors', '2-1'],
      ['country', 'FR'],
    ]
    const raw = formOptions(options, entries)
    expect(raw).toEqual({ width: '900', doors: ['1-1', '2-1'], lit: false, widths: [], colours: [] })
    expect(read(raw).options).toEqual({ ...defaults, width: 900, doors: ['1-1', '2-1'] })
  })

  it('keeps the places of lengths that were left blank', () => {
    const entries = ['300', '', '420'].map((value): [string, unknown] => ['widths', value])
    expect(read(formOptions(options, entries)).options.widths).toEqual([300, 0, 420])
    const link = formOptions(options, [['widths', '300,0,420']])
    expect(read(link).options.widths).toEqual([300, 0, 420])
  })

  it('knows a form without ticks from no form at all', () => {
    const doors = { ...defaults, doors: ['1-1'] }
    expect(readOptions(options, doors, formOptions(options, [['width', '900']])).options.doors).toEqual([])
    expect(readOptions(options, doors, formOptions(options, [['country', 'FR']])).options.doors).toEqual(['1-1'])
  })
})
