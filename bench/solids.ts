import { bodyOf } from '#models/product/solid/evaluate-node.ts'
import { evaluateSolid, type Solid } from '#models/product/solid/evaluate-solid.ts'
import { loadBench } from '#models/product/solid/kernel-under-test.ts'
import type { SolidNode } from '#models/product/solid/recipe.ts'
import { sizeOfShell } from '#models/product/solid/shell.ts'
import { type SolidBench, SolidCache } from '#models/product/solid/solid-cache.ts'
import { chordError } from './solids/chords.ts'
import { part, volumeMm3 } from './solids/part.ts'
import { median, rounded } from './system/figures.ts'

const rounds = 7
const changes = 30

function solidOf(node: SolidNode, bench: SolidBench): Solid {
  const answer = evaluateSolid(node, bench)
  if ('refused' in answer) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.values)}`)
  return answer
}

/** Each change is another feature at another size, which nothing is remembered of. */
const changeOf = (step: number): [feature: number, size: number] => [(step * 37) % 100, 5000 + ((step * 7) % 2000)]

/** ms of a whole rebuild by the kernel: every body and every step anew, and its mesh read. */
function rebuilt(step: number, bench: SolidBench): number {
  const node = part(...changeOf(step))
  const cold = { ...bench, cache: new SolidCache() }
  const start = performance.now()
  const mesh = bodyOf(node, cold).getMesh()
  const took = performance.now() - start
  if (mesh.triVerts.length === 0) throw new Error('nothing was made')
  cold.cache.clear()
  return took
}

/** ms of one changed feature, the rest being kept; how far its volume is from the one worked out by hand, as a share. */
function changed(step: number, bench: SolidBench): { ms: number; error: number } {
  const change = changeOf(step)
  const node = part(...change)
  const start = performance.now()
  const solid = solidOf(node, bench)
  const ms = performance.now() - start
  const wanted = volumeMm3(...change)
  const errors = [solid.volumeMm3, sizeOfShell(solid.shell).volumeMm3].map((volume) => Math.abs(volume / wanted - 1))
  return { ms, error: Math.max(...errors) }
}

/** The worst facet of balls and cylinders of many sizes, mm inside the true curve. */
function worstChord(bench: SolidBench): number {
  let worst = 0
  for (let radiusUm = 200; radiusUm < 400_000; radiusUm = Math.round(radiusUm * 1.31)) {
    const radius = radiusUm / 1000
    const ball = solidOf({ kind: 'sphere', radiusUm }, bench)
    const post = solidOf({ kind: 'cylinder', radiusUm, heightUm: 10_000 }, bench)
    worst = Math.max(
      worst,
      chordError(
        ball.shell,
        radius,
        (point) => point,
        () => true,
      ),
      chordError(
        post.shell,
        radius,
        ({ x, z }) => ({ x, y: 0, z }),
        (corners) => new Set(corners.map(({ y }) => y)).size > 1,
      ),
    )
  }
  return worst
}

/** The bench `solids`: `changed_feature_ratio`, `volume_error`, `chord_error_mm`. */
export async function run(
  progress: (line: string) => void,
): Promise<{ figures: Record<string, number>; detail: unknown }> {
  const bench = await loadBench()
  let last = 1
  const next = () => {
    last += 1
    return last
  }
  const full: number[] = []
  const ours: number[] = []
  let volumeError = 0
  solidOf(part(0, 6000), bench)
  for (let round = 1; round <= rounds; round += 1) {
    const sides = [
      () => full.push(median(Array.from({ length: 5 }, () => rebuilt(next(), bench)))),
      () => {
        const results = Array.from({ length: changes }, () => changed(next(), bench))
        volumeError = Math.max(volumeError, ...results.map(({ error }) => error))
        ours.push(median(results.map(({ ms }) => ms)))
      },
    ]
    for (const side of round % 2 === 0 ? sides.reverse() : sides) side()
    progress(`round ${round} of ${rounds}: ${rounded(ours.at(-1) ?? 0, 2)} ms against ${rounded(full.at(-1) ?? 0, 2)}`)
  }
  const figures = {
    changed_feature_ratio: rounded(median(ours.map((ms, index) => ms / (full[index] ?? Number.NaN)))),
    volume_error: Number(volumeError.toExponential(2)),
    chord_error_mm: rounded(worstChord(bench), 4),
  }
  return {
    figures,
    detail: {
      changed_ms: ours.map((ms) => rounded(ms, 2)),
      rebuilt_ms: full.map((ms) => rounded(ms, 2)),
      triangles: solidOf(part(0, 6000), bench).shell.triangles.length / 3,
    },
  }
}
