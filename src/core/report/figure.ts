import type { AnnotationId } from '../project/ids'
import type { SvgNode } from './svg'

/** The table behind a picture, for those who cannot see it, and for files. */
export interface FigureTable {
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[]
  /** As many cells in each row as there are columns. Null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** What drawing needs of the outside: pure code cannot measure text. */
export interface DrawingKit {
  /** The width there is, in px. A drawing may be higher than it is wide, never wider. */
  readonly width: number
  /** The width of a line of text in px. */
  measure(text: string, font: TextFont): number
}

/** One of the two families pictures are set in: the program speaks in Inter, sources in Source Serif 4. */
export interface TextFont {
  readonly family: 'ui' | 'read'
  readonly size: number
  readonly weight?: 400 | 500 | 600
  readonly isItalic?: boolean
}

export interface Drawing {
  /** In px. */
  readonly width: number
  readonly height: number
  /** Without the `svg` element around it. Ink on white that reads in grey: layers and sides by shape and hatch. */
  readonly content: readonly SvgNode[]
}

/** A view as it is saved: picture, table, what it was made from and how. Derived, with no React. */
export interface Figure {
  /** Kebab-case; names its files. */
  readonly id: string
  readonly title: string
  /** What it shows of what: issue, articles, counts. */
  readonly subtitle: string
  /** Each sign of the picture and what it means. */
  readonly legend: readonly { readonly sign: SvgNode; readonly label: string }[]
  draw(kit: DrawingKit): Drawing
  readonly table: FigureTable
  /** How it was computed, a sentence each. */
  readonly method: readonly string[]
  /** The passages behind it, in story order, for the quotations of a report. */
  readonly passages: readonly AnnotationId[]
}
