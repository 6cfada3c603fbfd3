import type { View } from './session-store'

/** What the views are called. */
export const viewNames = {
  library: 'Library',
  annotate: 'Annotate',
  perspectives: 'Perspectives',
  timeline: 'Timeline',
  ledger: 'Ledger',
  codebook: 'Codebook',
  registers: 'Registers',
  settings: 'Settings',
  projects: 'Projects'
} as const
export type ShownView = keyof typeof viewNames

/** Without a project there are only projects to choose from; without an article nothing to annotate. */
export function shownView(wanted: View, hasProject: boolean, hasArticle: boolean): ShownView {
  if (!hasProject && wanted !== 'settings') return 'projects'
  return wanted === 'annotate' && !hasArticle ? 'library' : wanted
}

/** The views that read the whole study. */
const studyViews = ['perspectives', 'timeline', 'ledger'] as const
export type StudyViewId = (typeof studyViews)[number]

export function isStudyView(view: ShownView): view is StudyViewId {
  return studyViews.some(id => id === view)
}
