/** The live view of one order's way: a line for each step with the wall time since the start and the business time of the step. */
export type View = {
  /** One step; `at` is its business time, ISO 8601, where it has one. */
  readonly step: (what: string, detail?: string, at?: string) => void
  /** Further lines under the last step. */
  readonly lines: (rows: readonly string[]) => void
  /** What is being waited for right now; stands below the steps where there is a terminal. */
  readonly waiting: (what: string) => void
  readonly end: () => void
}

const wallWidth = 8
const timeWidth = 18
const whatWidth = 17

/** `now` gives the business time, epoch ms; `zone` is the IANA zone that business times are shown in. */
export function createView(out: NodeJS.WriteStream, clock: { now: () => number }, zone: string): View {
  const begun = Date.now()
  const live = out.isTTY === true
  const paint = (code: number, text: string) =>
    live && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
  const business = (at: number) => format.format(at).replace(',', '').replace(',', '')
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`.padStart(wallWidth)
  let status = ''
  const clear = () => (live ? '\r\u001b[2K' : '')
  const draw = () => {
    if (live && status !== '') out.write(`${clear()}${paint(2, `${seconds()}  ${business(clock.now())}  … ${status}`)}`)
  }
  const ticking = live ? setInterval(draw, 120) : undefined
  ticking?.unref()

  out.write(`${paint(2, `${'wall'.padStart(wallWidth)}  ${'business time'.padEnd(timeWidth)}`)}\n`)
  return {
    step(what, detail = '', at) {
      const when = business(at === undefined ? clock.now() : Date.parse(at)).padEnd(timeWidth)
      out.write(`${clear()}${paint(2, `${seconds()}  ${when}`)}  ${paint(1, what.padEnd(whatWidth))} ${detail}\n`)
      draw()
    },
    lines(rows) {
      const indent = ' '.repeat(wallWidth + timeWidth + 4)
      out.write(`${clear()}${rows.map((row) => `${indent}${row}\n`).join('')}`)
      draw()
    },
    waiting(what) {
      status = what
      draw()
    },
    end() {
      clearInterval(ticking)
      out.write(clear())
    },
  }
}
