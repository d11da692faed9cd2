/** Something that may happen to anyone who runs this: told in one sentence with the way out, without a stack trace. */
export class Trouble extends Error {
  /**
   * @param {string} sentence what is wrong, one sentence
   * @param {string} wayOut what to do about it, one sentence
   * @param {{ cause?: unknown }} [options]
   */
  constructor(sentence, wayOut, options) {
    super(`${sentence} ${wayOut}`, options)
    this.name = 'Trouble'
  }
}

const refusals = {
  EACCES: 'the right to write is missing',
  EPERM: 'the right to write is missing',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in the way',
  ENAMETOOLONG: 'the path is too long',
}

/**
 * Runs work that writes into a folder and turns a refusal of the file system into a sentence.
 * @template T
 * @param {string} folder
 * @param {string} wayOut
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function writingTo(folder, wayOut, work) {
  try {
    return await work()
  } catch (error) {
    const reason = refusals[error?.code]
    if (reason === undefined) throw error
    throw new Trouble(`Cannot write to ${folder}: ${reason}.`, wayOut, { cause: error })
  }
}

/** Prints an error as its reader needs it: a sentence for the expected, everything for the rest. */
export function tell(error) {
  if (error instanceof Trouble) process.stderr.write(`\n${error.message}\n`)
  else process.stderr.write(`\n${error?.stack ?? String(error)}\n`)
}
