import type { ReactNode } from 'react'
import type { AnnotationId } from '../../core/project/ids'
import type { Study } from '../../core/project/study'
import type { Figure } from '../../core/report/figure'
import type { Workspace } from './workspace'

/** What the views that read a whole study are given. */
export interface StudyViewProps {
  study: Study
  workspace: Workspace
  /** Chooses which articles are looked at; belongs into the view's header. */
  scopePicker: ReactNode
  /** A passage that was opened from here and has been looked at: its card or mark takes the keyboard again. */
  returnedTo: AnnotationId | null
  /** Whether letters alone do something, as the person has it in Settings. */
  areSingleKeysOn: boolean
  newId(): string
  now(): string
  announce(text: string): void
  notify(text: string, action?: { label: string; run(): void }): void
  undo(): void
  /** Opens the text at this annotation; from there one comes back to it. */
  onReveal(id: AnnotationId): void
  /** Lists the passages behind a figure beside the view. */
  onShowPassages(passages: ShownPassages): void
  /** Offers these as pictures, tables and parts of a report. */
  onSave(figures: readonly Figure[]): void
}

/** Passages to list, and what they have in common. */
export interface ShownPassages {
  title: string
  ids: readonly AnnotationId[]
}
