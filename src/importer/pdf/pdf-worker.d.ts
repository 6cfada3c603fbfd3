/** The library's worker as a module; it has no types of its own. Only handed on, never called. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
