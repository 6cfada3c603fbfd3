import type { Bridge } from '../../../contract/ipc'
import type { Registers } from '../../../core/annotation/describe'
import { fileNameFor } from '../../../core/formats/file-name'
import type { Study } from '../../../core/project/study'
import { composePicture, pictureFile } from '../../../core/report/compose-picture'
import { csvFile } from '../../../core/tables/write-csv'
import type { Figure } from '../../../core/report/figure'
import { reportHtml } from '../../../core/report/report-html'
import { svgText } from '../../../core/report/svg'
import { ok, type Result } from '../../../core/result'
import {
  saveBytes,
  saveIntoFolder,
  saveText,
  type SavedFile,
  type SaveOptions
} from '../../persistence/save-file'
import { fontsLoaded, measureText } from './measure-text'
import { rasterise } from './rasterise'
import { fontCss } from './report-fonts'

export const reportFormats = [
  { id: 'svg', name: 'SVG picture', hint: 'Sharp at any size, and can be edited.' },
  { id: 'png', name: 'PNG picture', hint: 'For slides and word processors, at twice its size.' },
  { id: 'csv', name: 'CSV table', hint: 'The numbers behind the picture.' },
  {
    id: 'html',
    name: 'HTML report',
    hint: 'One file with pictures, tables, quotations, sources and method.'
  },
  { id: 'pdf', name: 'PDF report', hint: 'The same, printed on A4, landscape.' }
] as const
export type ReportFormat = (typeof reportFormats)[number]['id']

export interface ReportRequest {
  format: ReportFormat
  figures: readonly Figure[]
  study: Study
  registers: Registers
  projectTitle: string
  hasTables: boolean
  hasQuotations: boolean
  generator: { name: string; version: string }
  /** ISO 8601 instant. */
  now: string
}

/** Asks where to, and saves what was chosen. Answers where it is, or null when it was cancelled. */
export async function saveReport(
  bridge: Bridge,
  request: ReportRequest,
  options: SaveOptions
): Promise<Result<SavedFile | null>> {
  await fontsLoaded()
  const { format, figures } = request
  switch (format) {
    case 'html':
      return saveText(
        bridge,
        { ...fileOf(request), formatName: 'HTML report', chunks: htmlOf(request) },
        options
      )
    case 'pdf':
      return saveText(
        bridge,
        {
          ...fileOf(request),
          formatName: 'PDF report',
          chunks: htmlOf(request),
          finish: ticket => bridge.request('export:print', ticket, { title: request.projectTitle })
        },
        options
      )
    case 'svg':
    case 'png':
    case 'csv': {
      const files = figures.map(figure => ({
        name: `${fileNameFor(request.projectTitle)}-${figure.id}.${format}`,
        content: () => contentOf(figure, format)
      }))
      const [only] = files
      if (files.length === 1 && only !== undefined) return saveOne(bridge, only, format)
      const saved = await saveIntoFolder(bridge, 'Save into a folder', files, options)
      return saved.ok ? ok(saved.value?.[0] ?? null) : saved
    }
  }
}

function fileOf({ format, projectTitle }: ReportRequest): { name: string } {
  return { name: `${fileNameFor(projectTitle)}-report.${format}` }
}

function htmlOf(request: ReportRequest): Iterable<string> {
  return reportHtml({ ...request, measure: measureText, fontCss, generatedAt: request.now })
}

async function saveOne(
  bridge: Bridge,
  file: { name: string; content(): Promise<Uint8Array> },
  format: 'svg' | 'png' | 'csv'
): Promise<Result<SavedFile | null>> {
  const bytes = await file.content()
  const formatName = reportFormats.find(({ id }) => id === format)?.name ?? format
  return saveBytes(bridge, { name: file.name, formatName, bytes })
}

const encoder = new TextEncoder()

async function contentOf(figure: Figure, format: 'svg' | 'png' | 'csv'): Promise<Uint8Array> {
  switch (format) {
    case 'svg':
      return encoder.encode(pictureFile(figure, measureText, fontCss))
    case 'png': {
      const picture = composePicture(figure, measureText, { css: fontCss })
      return rasterise(svgText(picture.root), picture.width, picture.height)
    }
    case 'csv':
      return encoder.encode(csvFile(figure.table))
  }
}

/** The picture of a figure for the dialog, as the address of an image; to be revoked when it is not shown any more. */
export async function previewAddress(figure: Figure): Promise<string> {
  await fontsLoaded()
  return URL.createObjectURL(new Blob([pictureFile(figure, measureText, fontCss)], { type: 'image/svg+xml' }))
}
