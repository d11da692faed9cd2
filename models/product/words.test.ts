import { describe, expect, it } from 'vitest'
import type { Option } from './options.ts'
import { figure, say, sayFix } from './words.ts'

const words = {
  plain: 'Use {count|column|columns}',
  load: 'Plan for {load~}',
  given: '{option} cannot be {given}.[ From {min} to {max}.]',
  long: 'Sides {long} mm long, 12 kg minimum',
  'value.load.books': 'Books, 45 kg',
  'value.load.mdf': 'MDF',
  'option.width': 'Width',
  'fix.width': 'Make it {value} wide',
  'fix.columns': 'Use {value|column|columns}',
  'fix.load': 'Plan for {value~}',
  'fix.doors': 'Keep {value|door|doors}',
  'fix.doors.none': 'Leave out the doors',
}

describe('sentences', () => {
  it('write figures with thin spaces', () => {
    expect(figure(1200)).toBe('1\u00a0200')
    expect(figure(1234567.5)).toBe('1\u00a0234\u00a0567.5')
    expect(figure(-50)).toBe('−50')
  })

  it('count, look codes up and leave out what has no value', () => {
    expect(say(words, 'plain', { count: 1 })).toBe('Use 1\u00a0column')
    expect(say(words, 'plain', { count: 4 })).toBe('Use 4\u00a0columns')
    expect(say(words, 'load', { load: 'books' })).toBe('Plan for books, 45 kg')
    expect(say(words, 'load', { load: 'mdf' })).toBe('Plan for MDF')
    expect(say(words, 'given', { option: 'width', given: 5, min: 300, max: 3600 })).toBe(
      'Width cannot be 5. From 300 to 3\u00a0600.',
    )
    expect(say(words, 'given', { option: 'width', given: 'gold' })).toBe('Width cannot be gold.')
    expect(say(words, 'missing')).toBe('missing')
  })

  it('keep a figure and its unit on one line', () => {
    expect(say(words, 'long', { long: 2500 })).toBe('Sides 2\u00a0500\u00a0mm long, 12\u00a0kg minimum')
  })

  it('say a fix', () => {
    const width: Option = {
      key: 'width',
      group: '',
      withdrawal: 'bespoke',
      kind: 'length',
      min: 1,
      max: 2,
      step: 1,
      unit: 'mm',
    }
    expect(sayFix(words, [width], { width: 1200, columns: 4, load: 'books', doors: ['1-1'] })).toEqual([
      'Make it 1\u00a0200\u00a0mm wide',
      'Use 4\u00a0columns',
      'Plan for books, 45 kg',
      'Keep 1\u00a0door',
    ])
    expect(sayFix(words, [width], { doors: [] })).toEqual(['Leave out the doors'])
  })
})
