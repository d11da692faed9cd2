import type { SheetStock } from '../../product/nesting/sheet-stock.ts'
import { sheets as sheetsBefore } from '../v1/sheets.ts'
import { drawerBoard } from './materials.ts'

/** What a workshop cuts a shelf from: as in version 1, and lacquered plywood for the boxes of drawers, which dealers hold in one format. */
export const sheets: SheetStock = { ...sheetsBefore, [drawerBoard.id]: [drawerBoard.sheet] }
