import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Why a PDF cannot be opened. */
export type PdfProblem = 'encrypted' | 'damaged'

/**
 * Opens a PDF for its text. Nothing is drawn, no font is loaded and nothing is requested; scripts in it are never
 * run. The library's worker runs in this thread, which the importers' process may end at any time.
 */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocumentProxy | PdfProblem> {
  // Classes for drawing that the module names when it is loaded; reading text needs none of them.
  const drawing = globalThis as unknown as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) drawing[name] ??= class {}
  drawing['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      verbosity: VerbosityLevel.ERRORS
    }).promise
  } catch (error) {
    if (error instanceof RangeError) throw error
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged'
  }
}
