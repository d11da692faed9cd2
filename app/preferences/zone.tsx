import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { keepHere } from './keep-here.ts'

/** Tells the server the reader's time zone once, so that server and browser write the same times. */
export function KeepZone({ known }: { known: string }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!here || here === known) return
    keepHere({ zone: here })
    void revalidate()
  }, [known, revalidate])
  return null
}
