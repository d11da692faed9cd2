import { type Context, openContext } from './context.ts'
import { keepPhoto } from './files.ts'
import type { Platform } from './platform.ts'
import { appRouter } from './router.ts'
import { createCallerFactory } from './trpc.ts'
import { newVisitor, readVisitor, visitorCookie } from './visitor.ts'

const create = createCallerFactory(appRouter)

/** The API as a page's loader calls it, in process and with the same checks as from outside. */
export type Caller = ReturnType<typeof create>

/** What every loader and action is given: the API as the person of this request, and who that is. */
export type PageContext = {
  readonly api: Caller
  readonly person: () => Context['person']
  readonly factory: Context['factory']
  /** cookies of a guest account made on the way; the server puts them onto the response */
  readonly headers: Headers
  /** asks better-auth in process: sign-in, sign-up and reset forms that work without JavaScript */
  readonly auth: (path: string, body: unknown) => Promise<Response>
  /** keeps one photo from a page's form and gives its id; see `keepPhoto` for what it refuses */
  readonly keepPhoto: (bytes: Uint8Array) => Promise<string>
  readonly demo: boolean
  readonly now: () => number
}

/** Opens the API for one page request. */
export async function openPage(platform: Platform, request: Request): Promise<PageContext> {
  const context = await openContext(platform, request)
  const { origin } = platform.environment.web
  // Whatever the page's forms and scripts call first, they call as one.
  if (context.person === undefined && readVisitor(request.headers, origin) === undefined)
    context.headers.append('set-cookie', visitorCookie(newVisitor(), origin))
  return {
    api: create(context),
    person: () => context.person,
    factory: context.factory,
    headers: context.headers,
    keepPhoto: (bytes) => keepPhoto(context, bytes),
    demo: platform.environment.demo,
    now: platform.now,
    auth: (path, body) =>
      platform.authenticate(
        new Request(`${platform.environment.web.origin}/api/auth${path}`, {
          method: 'POST',
          headers: new Headers({
            'content-type': 'application/json',
            origin: platform.environment.web.origin,
            cookie: request.headers.get('cookie') ?? '',
            'x-client-address': context.address,
          }),
          body: JSON.stringify(body),
        }),
      ),
  }
}

declare module 'react-router' {
  interface AppLoadContext extends PageContext {}
}
