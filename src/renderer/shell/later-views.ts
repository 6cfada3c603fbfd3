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
