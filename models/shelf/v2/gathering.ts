import type { Part, Place } from '../../product/make.ts'

type Optional = 'hinge' | 'hinges' | 'holes' | 'slant' | 'arris'

/** A part whose copies are still being gathered. What only some parts have is set afterwards: copying by spreading would take most of the time. */
export type Growing = Omit<Part, 'places' | Optional> & { readonly places: Place[] } & {
  -readonly [field in Optional]?: NonNullable<Part[field]>
}

type Known = { readonly part: Growing; readonly mark: string }

/** Gathers equal pieces into parts: one row of the cut list, one instanced mesh. */
export class Gathering {
  readonly parts: Growing[] = []
  readonly #byKind = new Map<string, Known[]>()

  #known(kind: string): Known[] {
    let known = this.#byKind.get(kind)
    if (known === undefined) {
      known = []
      this.#byKind.set(kind, known)
    }
    return known
  }

  /**
   * The copies of the part with this kind, size (mm), finish and `mark`, which tells apart what those do not (hinges, holes, a slant), to add
   * one to; undefined where there is none yet.
   */
  copies(kind: string, x: number, y: number, z: number, finish: string, mark = ''): Place[] | undefined {
    for (const { part, mark: other } of this.#known(kind)) {
      const { size } = part
      if (size.x === x && size.y === y && size.z === z && part.finish === finish && other === mark) return part.places
    }
    return undefined
  }

  /** The key of the next part of a kind. */
  nextKey(kind: string): string {
    return `${kind}-${this.#known(kind).length + 1}`
  }

  /** A part that is not there yet; its copies are to be added. */
  begin(part: Growing, mark = ''): Place[] {
    this.#known(part.kind).push({ part, mark })
    this.parts.push(part)
    return part.places
  }
}
