import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOptions } from '#models/product/read-options.ts'
import { shelf } from '#models/shelf/v2/shelf.ts'
import { has, isCellOption, pressed, toolsOf } from './cell-tools.ts'

const tools = toolsOf(shelf.options.filter(isCellOption))
const [door, drawer, cable, white, sage] = tools
if (!door || !drawer || !cable || !white || !sage) throw new Error('The shelf has tools for cells')
const given = { ...shelf.defaults, doors: ['1-1', '2-1'], colours: ['1-1:paint-white'] }

describe('a tool on a cell', () => {
  it('is there for doors, drawers, cable holes and each colour', () => {
    expect(tools.map(({ option, value }) => [option.key, value])).toEqual([
      ['doors', undefined],
      ['drawers', undefined],
      ['cables', undefined],
      ['colours', 'paint-white'],
      ['colours', 'paint-sage'],
      ['colours', 'paint-ink'],
      ['colours', 'paint-ochre'],
    ])
  })

  it('puts a drawer in the place of a door, and keeps its colour', () => {
    expect(pressed(shelf, given, drawer, '1-1', true)).toEqual({ drawers: ['1-1'], doors: ['2-1'] })
  })

  it('takes the colour away with the front', () => {
    expect(pressed(shelf, given, door, '1-1', false)).toEqual({ doors: ['2-1'], colours: [] })
    expect(pressed(shelf, given, door, '2-1', false)).toEqual({ doors: ['1-1'] })
  })

  it('paints over another colour, and leaves cables alone', () => {
    expect(pressed(shelf, given, sage, '1-1', true)).toEqual({ colours: ['1-1:paint-sage'] })
    expect(pressed(shelf, given, white, '1-1', false)).toEqual({ colours: [] })
    expect(pressed(shelf, given, cable, '3-2', true)).toEqual({ cables: ['3-2'] })
  })

  it('leaves the cell as pressed and every list as the model reads it, whatever was pressed before', () => {
    const press = fc.record({
      tool: fc.constantFrom(...tools),
      cell: fc.constantFrom('1-1', '2-1', '3-4', '1-4'),
      on: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(press, { minLength: 1, maxLength: 20 }), (presses) => {
        let now: typeof shelf.defaults = shelf.defaults
        for (const { tool, cell, on } of presses) {
          now = { ...now, ...pressed(shelf, now, tool, cell, on) }
          expect(has(now, tool, cell)).toBe(on)
        }
        expect(readOptions(shelf.options, shelf.defaults, now)).toEqual({ options: now, refusals: [] })
      }),
    )
  })
})
