// Loaded before a part's own code (`node --import`): when the parent dies, the pipe it holds closes, and the part ends
// itself, first in its own way, then without asking.
import { isMainThread } from 'node:worker_threads'

// A worker thread loads this too, with an input of its own that ends at once.
if (isMainThread) {
  process.stdin.resume()
  process.stdin.on('error', () => undefined)
  process.stdin.once('close', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  })
  // Waiting for the parent's end is no reason to stay.
  process.stdin.unref?.()
}
