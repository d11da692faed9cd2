import type { PageContext } from './caller.ts'
import type { OwnFactory } from './context.ts'

/**
 * The factory whose portal a page shows. Who is not signed in is led there and back; who belongs to no factory is told so. Each page
 * of the portal asks, since pages are read side by side.
 */
export async function factoryOr(context: PageContext, request: Request): Promise<OwnFactory> {
  const factory = await context.factory()
  if (factory !== undefined) return factory
  const person = context.person()
  if (person === undefined || person.role === 'guest') {
    const { pathname, search } = new URL(request.url)
    const next = encodeURIComponent(pathname.replace(/\.data$/, '') + search)
    throw new Response(null, { status: 302, headers: { location: `/sign-in?next=${next}` } })
  }
  throw Response.json('not_a_member', { status: 403 })
}
