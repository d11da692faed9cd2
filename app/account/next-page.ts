/** Where to go after signing in: a path of this site from `?next=`, or the designs. */
export function nextPage(request: Request): string {
  const next = new URL(request.url).searchParams.get('next')
  return isOwnPath(next) ? next : '/designs'
}

/** Only a path of this site: an address of another origin is not followed. */
export function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path)
}
