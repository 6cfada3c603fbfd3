export type Theme = 'system' | 'light' | 'dark'

const storageKey = 'counterpoint.theme'
const darkQuery = '(prefers-color-scheme: dark)'

/** The theme chosen on this computer. */
export function rememberedTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function rememberTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
}

/** Puts the theme on the document and keeps `system` following the desktop. The answer stops that. */
export function applyTheme(theme: Theme): () => void {
  const media = window.matchMedia(darkQuery)
  const apply = () => {
    const isDark = theme === 'dark' || (theme === 'system' && media.matches)
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }
  apply()
  media.addEventListener('change', apply)
  return () => media.removeEventListener('change', apply)
}
