import { useEffect, useState } from 'react'
import { type ThemeColours, themeColours } from './theme-colours.ts'

/** The page's colours as they are now; read again when the device turns dark or light. */
export function useThemeColours(): ThemeColours {
  const [colours, setColours] = useState(themeColours)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const readAgain = () => setColours(themeColours())
    dark.addEventListener('change', readAgain)
    return () => dark.removeEventListener('change', readAgain)
  }, [])
  return colours
}
