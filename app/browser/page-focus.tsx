import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useAnnounce } from '../ui/live-region.tsx'

/**
 * Another page without a reload: the focus goes to its content and its title is read, as a browser would do it. Where the page
 * has put the focus itself, it stays; another view of one page moves nothing.
 */
export function PageFocus() {
  const { pathname } = useLocation()
  const announce = useAnnounce()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    announce(document.title)
    const content = document.getElementById('content')
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true })
  }, [pathname, announce])
  return null
}
