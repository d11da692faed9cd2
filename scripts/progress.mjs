// Whoever listened may be gone before everything is stopped; that must not keep it from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const paint = (code) => (text) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text

export const dim = paint('2')
export const bold = paint('1')
export const green = paint('32')
export const red = paint('31')

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/** Prints one line a step, with what it took; what takes long says so while it lasts. */
export function createProgress() {
  const begun = Date.now()
  return {
    /**
     * @template T
     * @param {string} name
     * @param {(note: (line: string) => void) => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(name, work) {
      const started = Date.now()
      const line = (mark, text) => process.stdout.write(`${mark} ${text}\n`)
      // A step that is done at once needs one line; one that lasts is announced.
      const announce = setTimeout(() => line(dim('·'), dim(`${name} …`)), 1500)
      try {
        const result = await work((text) => line(dim('·'), dim(`${name}: ${text}`)))
        line(green('✓'), `${name} ${dim(seconds(Date.now() - started))}`)
        return result
      } catch (error) {
        if (error?.name !== 'AbortError') line(red('✗'), name)
        throw error
      } finally {
        clearTimeout(announce)
      }
    },
    /** Something worth knowing that is no step. */
    note: (text) => process.stdout.write(`${dim(`· ${text}`)}\n`),
    total: () => seconds(Date.now() - begun),
  }
}

/** Two columns, the second one free in width. */
export function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${dim(name.padEnd(width))}  ${value}`).join('\n')
}
