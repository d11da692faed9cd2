import type { Operation, WorkCentreKind } from '../../product/routing.ts'

/** Steps in the order they are asked for: each follows the one before, unless it says what it follows. */
export class Steps {
  readonly operations: Operation[] = []
  last: readonly string[] = []

  add(key: string, workCentre: WorkCentreKind, batchKey: string, setupS: number, runS: number, lagS = 0): void {
    this.operations.push({ key, workCentre, setupS, runS: Math.round(runS), lagS, batchKey, after: this.last })
    this.last = [key]
  }
}
