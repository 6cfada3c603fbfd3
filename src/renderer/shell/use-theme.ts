import { useEffect, useState } from 'react'
import type { Bridge } from '../../contract/ipc'
import { applyTheme, rememberedTheme, rememberTheme, type Theme } from '../features/settings/theme'

/** The theme of the window and of the desktop's own parts around it. */
export function useTheme(bridge: Bridge): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(rememberedTheme)
  useEffect(() => {
    void bridge.request('theme:set', theme)
    return applyTheme(theme)
  }, [bridge, theme])
  return [
    theme,
    wanted => {
      rememberTheme(wanted)
      setTheme(wanted)
    }
  ]
}
