import { loadLater } from './load-later'

/** The Annotate view, the largest part of the program. */
export const annotateView = loadLater(
  async () => (await import('../features/annotate/AnnotateView')).AnnotateView
)

export const codebookView = loadLater(
  async () => (await import('../features/codebook/CodebookView')).CodebookView
)

export const registersView = loadLater(
  async () => (await import('../features/registers/RegistersView')).RegistersView
)

export const perspectivesView = loadLater(
  async () => (await import('../features/perspectives/PerspectivesView')).PerspectivesView
)

export const timelineView = loadLater(
  async () => (await import('../features/timeline/TimelineView')).TimelineView
)

export const ledgerView = loadLater(async () => (await import('../features/ledger/LedgerView')).LedgerView)

/** It carries the fonts of pictures. */
export const saveReportDialog = loadLater(
  async () => (await import('../features/report/SaveReportDialog')).SaveReportDialog
)

/** Fetches the views of the whole study one after another, each in an idle moment. */
export async function loadStudyViews(): Promise<void> {
  for (const view of [perspectivesView, timelineView, ledgerView]) {
    await new Promise(resolve => requestIdleCallback(resolve))
    await view.load()
  }
}
