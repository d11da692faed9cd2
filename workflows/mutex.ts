/** Lets one handler at a time change a workflow's state; the others wait their turn in order of arrival. */
export class Mutex {
  private last: Promise<unknown> = Promise.resolve()

  /** Runs `work` after everything that came before has ended, whether it succeeded or failed. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work, work)
    this.last = result.catch(() => undefined)
    return result
  }
}
