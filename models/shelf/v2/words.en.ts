import type { ProductWords } from '../../product/words.ts'
import { words as before } from '../v1/words.en.ts'
import { runnerId, runners } from './drawers.ts'
import { paints } from './materials.ts'

const options: ProductWords = {
  'group.fronts': 'Doors and drawers',
  'option.columnWidths': 'Width of each column',
  'option.rowHeights': 'Height of each row',
  'option.rear': 'Rear',
  'option.drawers': 'Drawers',
  'option.cables': 'Cable holes',
  'option.colours': 'Colours of fronts',
  'option.edge': 'Edges',
  'value.even': 'even',
  'place.columnWidths': 'Column {place}',
  'place.rowHeights': 'Row {place}',
  'value.rear.straight': 'Straight, flat to the wall',
  'value.rear.slanted': 'Slanted, over a skirting board',
  'value.colours.paint-white': 'White',
  'value.colours.paint-sage': 'Sage',
  'value.colours.paint-ink': 'Ink blue',
  'value.colours.paint-ochre': 'Ochre',
  'value.edge.square': 'Square',
  'value.edge.eased': 'Rounded, 2 mm',
  'value.edge.bevel': 'Bevelled at 45°, 3 mm',
  'hint.columnWidths': 'Clear widths from the left. Where none is given, columns share evenly what is left.',
  'hint.rowHeights': 'Clear heights from the floor up. Where none is given, rows share evenly what is left.',
  'hint.rear':
    'Slanted, the sides stand 20 mm off the wall at the floor and clear a skirting board of 15 × 100 mm. One straight saw cut, and room for cables behind.',
  'hint.doors': 'Take a tool, then press cells. Painted fronts are MDF, whatever the shelf is made of.',
  'hint.edge': 'Each material stands its own edges.',
}

const rules: ProductWords = {
  'rule.edge_not_on_material': '{material} does not stand this edge: {edge~}.',
  'rule.column_too_narrow': 'Column {column} would be {clear} mm wide. A machine cannot hold boards under {least} mm.',
  'rule.row_too_low': 'Row {row} would be {clear} mm high. Under {least} mm no hand reaches the fittings.',
  'rule.columns_do_not_fill': 'The columns add up to {given} mm, and there are {room} mm between the boards.',
  'rule.rows_do_not_fill': 'The rows add up to {given} mm, and there are {room} mm between the boards.',
  'rule.width_without_column': 'There is a width for column {entry}, and the shelf has {columns|column|columns}.',
  'rule.height_without_row': 'There is a height for row {entry}, and the shelf has {rows|row|rows}.',
  'rule.span_sags':
    'Boards in column {column} would be {span} mm long and sag for good. {board} holds this load up to {longest} mm.',
  'rule.slant_over_high_feet': 'Feet {foot} mm high stand over a skirting board already.',
  'rule.slant_too_short':
    'A slanted rear runs out at the top of the lowest body, which is {high} mm high. To clear a skirting board it needs {least} mm.',
  'rule.colour_without_front': 'Column {column}, row {row} has neither door nor drawer to paint.',
  'rule.drawer_without_cell': 'The drawer in column {column}, row {row} has no cell to run in.',
  'rule.drawer_behind_door': 'Column {column}, row {row} cannot have both a door and a drawer.',
  'rule.drawer_too_narrow':
    'The drawer in column {column}, row {row} would stand in a cell {width} mm wide. Runners and box need {least} mm.',
  'rule.drawer_too_shallow':
    'A shelf {depth} mm deep leaves no room for a drawer in column {column}, row {row}: the shortest runners are {least} mm.',
  'rule.drawer_too_wide':
    'The drawer in column {column}, row {row} would stand in a cell {width} mm wide. On runners of {length} mm it would jam over {most} mm.',
  'rule.drawer_too_low':
    'The drawer in column {column}, row {row} would stand in a cell {height} mm high. Runners and a grip need {least} mm.',
  'rule.drawer_too_high':
    'The front of the drawer in column {column}, row {row} would be {height} mm high. Over {most} mm it is pulled askew.',
  'rule.drawer_too_heavy':
    'The drawer in column {column}, row {row} would weigh {kilograms} kg when full. Its runners carry {most} kg.',
  'rule.cable_without_cell': 'The cable hole in column {column}, row {row} has no cell.',
  'rule.cable_without_back': 'Column {column}, row {row} is open at the back: cables go through without a hole.',
  'rule.cable_behind_drawer': 'A drawer in column {column}, row {row} would run over the plug behind it.',
}

const fixes: ProductWords = {
  'fix.columnWidths': 'Make the columns {value} mm wide',
  'fix.columnWidths.none': 'Make all columns equally wide',
  'fix.rowHeights': 'Make the rows {value} mm high',
  'fix.rowHeights.none': 'Make all rows equally high',
  'fix.rear': 'Choose the rear: {value~}',
  'fix.drawers': 'Keep {value|drawer|drawers}',
  'fix.drawers.none': 'Leave out the drawers',
  'fix.cables': 'Keep {value|cable hole|cable holes}',
  'fix.cables.none': 'Leave out the cable holes',
  'fix.colours': 'Keep {value|colour|colours}',
  'fix.colours.none': 'Leave the fronts as the shelf is',
  'fix.edge': 'Choose edges: {value~}',
}

/** What a change comes to. */
const changes: ProductWords = {
  'more.drawers': '{value|more drawer|more drawers}',
  'less.drawers': '{value|fewer drawer|fewer drawers}',
  'more.cables': '{value|more cable hole|more cable holes}',
  'less.cables': '{value|fewer cable hole|fewer cable holes}',
  'more.colours': '{value|more front in a colour|more fronts in a colour}',
  'less.colours': '{value|fewer front in a colour|fewer fronts in a colour}',
  'change.lengths': '{option~} {value}',
  'change.even': '{option~} even',
  'change.cell-choices': 'other {option~}',
}

const checks: ProductWords = {
  'check.material': 'Material, finish and edges go together',
  'check.material.failed': 'Material, finish and edges do not go together',
  'check.doors': 'Doors hang and close[: {leaves|leaf|leaves}]',
  'check.drawers': 'Drawers run: {drawers|drawer|drawers}, the heaviest {kilograms} kg when full',
  'check.drawers.failed': 'A drawer cannot run there',
  'check.cables': 'Cables reach through the back: {holes|hole|holes}',
  'check.cables.failed': 'A cable hole cannot be there',
  'note.stands_over_skirting': 'Stands over a skirting board up to {high} mm high and {deep} mm deep.',
  'note.drawers_carry': 'A drawer carries {kilograms} kg, its own weight included.',
}

const work: ProductWords = {
  'operation.saw-fronts': 'Cut the painted fronts',
  'operation.saw-drawers': 'Cut the drawers',
  'operation.slant': 'Slant the sides',
  'operation.holes': 'Drill the cable holes',
  'operation.arris': 'Work the edges',
  'operation.front-primer': 'Prime the fronts',
  'operation.drawers': 'Build and hang the drawers',
  'doing.saw-fronts': 'cutting the painted fronts',
  'doing.saw-drawers': 'cutting the drawers',
  'doing.slant': 'slanting the sides',
  'doing.holes': 'drilling the cable holes',
  'doing.arris': 'working the edges',
  'doing.front-primer': 'priming the fronts',
  'doing.drawers': 'building and hanging the drawers',
  'done.saw-fronts': 'The painted fronts are cut.',
  'done.saw-drawers': 'The drawers are cut.',
  'done.slant': 'The sides are slanted.',
  'done.holes': 'The cable holes are drilled.',
  'done.arris': 'The edges are worked.',
  'done.front-primer': 'The fronts are primed.',
  'done.drawers': 'The drawers are built and hung.',
  'part.drawer-front': 'Drawer front',
  'part.drawer-side': 'Drawer side',
  'part.drawer-end': 'Drawer front and back inside',
  'part.drawer-bottom': 'Drawer bottom',
  'part.runner': 'Drawer runner',
}

/** Coats of fronts in a colour of their own. */
const colours: ProductWords = Object.fromEntries(
  paints.flatMap((paint) => {
    const name = options[`value.colours.${paint}`] ?? paint
    const small = name.toLowerCase()
    return ['First', 'Second'].flatMap((which, index) => {
      const step = `front-${paint}-${index + 1}`
      return [
        [`operation.${step}`, `${name} fronts, ${which.toLowerCase()} coat`],
        [`doing.${step}`, `laying the ${which.toLowerCase()} coat of ${small} on the fronts`],
        [`done.${step}`, `The ${which.toLowerCase()} coat of ${small} is on the fronts.`],
      ]
    })
  }),
)

const materials: ProductWords = {
  'material.birch-ply-12': 'Birch plywood 12 mm, lacquered',
  'material.edge-abs-2': 'ABS edge 2 mm',
  'material.back-screw': 'Screw 3.5 × 30',
  ...Object.fromEntries(
    runners.loads.flatMap((load) =>
      runners.lengths.map((length) => [
        `material.${runnerId(length, load)}`,
        `Pair of drawer runners ${length} mm, ${load} kg`,
      ]),
    ),
  ),
}

/** English sentences of the shelf: those of version 1, and what is new or said otherwise. */
export const words: ProductWords = {
  ...before,
  ...options,
  ...rules,
  ...fixes,
  ...changes,
  ...checks,
  ...work,
  ...colours,
  ...materials,
}
