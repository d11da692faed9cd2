// The site while it is being written: Vite serves the browser's modules and loads the server's own, anew after a change.
import { createServer } from 'node:http'
import { createServer as createVite } from 'vite'
import { repository } from './repository.mjs'

const server = createServer()
const vite = await createVite({
  root: repository,
  appType: 'custom',
  server: { middlewareMode: { server }, hmr: { server } },
})

const { environmentOrExit, onEnd } = await vite.ssrLoadModule('/runtime/start.ts')
const environment = environmentOrExit()

/** The site of the newest modules, and what it was opened from. */
let current
async function newestSite() {
  const module = await vite.ssrLoadModule('/app/server.ts')
  if (current?.module !== module) {
    const old = current
    current = { module, site: module.openSite(environment, undefined) }
    old?.site.then((site) => site.close()).catch(() => undefined)
  }
  return current.site
}

server.on('request', (request, response) => {
  vite.middlewares(request, response, async () => {
    try {
      const site = await newestSite()
      site.listener(request, response)
    } catch (error) {
      vite.ssrFixStacktrace(error)
      process.stderr.write(`${error.stack}\n`)
      response.writeHead(500, { 'content-type': 'text/plain' }).end(error.stack)
    }
  })
})
server.listen({ host: environment.web.host, port: environment.web.port })

onEnd(async () => {
  server.close()
  server.closeAllConnections()
  await vite.close()
  await (await current?.site)?.close()
})
