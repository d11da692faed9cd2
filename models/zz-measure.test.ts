import { it } from 'vitest'
import { nearestFix } from './product/fix.ts'
import { sampleOptions, sampleReachable, seeded } from './product/sample.ts'
import { shelf } from './shelf/v2/shelf.ts'
import { shelf as v1 } from './shelf/v1/shelf.ts'
it('m', () => {
  for (const p of [v1, shelf]) {
  const r = seeded(11)
  const spent: {ms:number, o: unknown, c: string, proved: boolean, n: number}[] = []
  let invalid=0, undef=0
  let readings = 0
  const counted = { ...p, examine: (o: never) => { readings += 1; return p.examine(o) } }
  let total = 0
  for (let i=0;i<800;i++){ const o = sampleOptions(p, r)
    const b = p.examine(o).broken
    if (b.length===0) continue
    invalid++
    readings = 0
    const s=performance.now(); const f = nearestFix(counted as never, o); const ms=performance.now()-s
    total += readings
    if(!f) undef++
    spent.push({ms,o,c:b.map(x=>x.code).join(' '), proved: f?.proved??false, n: readings}) }
  spent.sort((a,b)=>a.ms-b.ms)
  const at=(q:number)=>spent[Math.min(spent.length-1,Math.floor(spent.length*q))]?.ms.toFixed(2)
  console.log(p.version, invalid, 'undef', undef, 'p50',at(.5),'p95',at(.95),'p99',at(.99),'max',at(1), 'proved', spent.filter(x=>x.proved).length/invalid, 'µs per reading', 1000*spent.reduce((a,x)=>a+x.ms,0)/total)
  for (const x of spent.slice(-5)) console.log(x.ms.toFixed(1), x.n, x.c, JSON.stringify(x.o), x.proved)
  }
})
