import {
  changeLayer,
  createAnnotation,
  deleteAnnotation,
  setAttribute,
  setBoundaries,
  setMemo
} from '../../../core/annotation/edits'
import { contentSpans, type TextRange } from '../../../core/annotation/spans'
import { nextWordBoundary } from '../../../core/anchoring/words'
import type { Edit, RowChange } from '../../../core/history/change-set'
import { findLayer, type Attribute, type Codebook, type Layer } from '../../../core/project/codebook'
import type { Annotation, AttributeValue } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { loadRelationsOf } from '../../persistence/load-relations'
import type { Workspace } from '../../persistence/workspace'
import { useAnnotateStore } from './annotate-store'
import type { FieldChange } from './inspector/field-props'
import type { OpenArticle } from './use-open-article'

export interface AnnotateDependencies {
  workspace: Workspace
  open: Pick<OpenArticle, 'index' | 'revision' | 'latestArticle'>
  codebook: Codebook
  newId(): string
  now(): string
  /** Says something to assistive technology. */
  announce(message: string): void
  /** Shows something with one way on. */
  notify(message: string, action?: { label: string; run(): void }): void
  undo(): void
}

export type AnnotateActions = ReturnType<typeof createAnnotateActions>

/** What a person can do to annotations. Each action reads the newest rows when its turn comes. */
export function createAnnotateActions(deps: AnnotateDependencies) {
  const { workspace, open, codebook, now } = deps
  const { index, revision } = open
  const store = useAnnotateStore.getState
  let turn: Promise<unknown> = Promise.resolve()

  /** Actions run one after another, so that a key pressed before the last write ended sees its result. */
  function enqueue(action: () => Promise<void> | void): void {
    turn = turn.then(action).catch((error: unknown) => {
      deps.notify(error instanceof Error ? error.message : String(error))
    })
  }

  async function perform(edit: Edit): Promise<boolean> {
    const result = await workspace.perform(edit)
    if (!result.ok) deps.notify(result.error.message)
    return result.ok
  }

  /** `said` is announced once the annotation is as the edit would have it. */
  function onAnnotation(
    id: AnnotationId,
    edit: (annotation: Annotation, layer: Layer) => Edit | undefined,
    said?: () => string | undefined
  ) {
    enqueue(async () => {
      const annotation = index.get(id)
      const layer = annotation === undefined ? undefined : findLayer(codebook, annotation.layer)
      if (annotation === undefined || layer === undefined) return
      const made = edit(annotation, layer)
      if (made !== undefined && !(await perform(made))) return
      const message = said?.()
      if (message !== undefined) deps.announce(message)
    })
  }

  return {
    tag(layer: Layer, range: TextRange): void {
      enqueue(async () => {
        const active = workspace.project()
        if (active === null) return
        const id = deps.newId() as AnnotationId
        const edit = createAnnotation({
          id,
          article: open.latestArticle(),
          revision,
          layer,
          range,
          annotatorId: active.annotatorId,
          now: now()
        })
        if (!(await perform(edit))) return
        store().focus(id)
        deps.announce(`${layer.name} added, ${count(index.size)}`)
      })
    },

    setAttribute(
      id: AnnotationId,
      attribute: Attribute,
      change: FieldChange,
      alongside: readonly RowChange[] = []
    ): void {
      const edit = (annotation: Annotation) => {
        const current = annotation.attributes[attribute.id]
        const value = typeof change === 'function' ? change(current) : change
        if (isSame(current, value)) return undefined
        return setAttribute(annotation, attribute, value, now(), alongside)
      }
      const option = attribute.options?.find(candidate => candidate.id === change)
      onAnnotation(id, edit, () => option && `${attribute.name}, ${option.name.toLowerCase()}`)
    },

    setMemo(id: AnnotationId, memo: string): void {
      onAnnotation(id, annotation =>
        annotation.memo === memo ? undefined : setMemo(annotation, memo, now())
      )
    },

    setBoundaries(id: AnnotationId, range: TextRange): void {
      onAnnotation(id, annotation => {
        const spanIndex = nearestContentSpan(annotation, range)
        return setBoundaries(annotation, spanIndex, range, revision.text, now())
      })
    },

    /** Moves one edge of the last (end) or first (start) content span by a word. */
    moveEdge(id: AnnotationId, edge: 'start' | 'end', direction: 'forward' | 'backward'): void {
      onAnnotation(id, annotation => {
        const spans = contentSpans(annotation)
        const span = edge === 'end' ? spans.at(-1) : spans[0]
        if (span === undefined) return undefined
        const from = edge === 'end' ? span.endUtf16 : span.startUtf16
        const to = nextWordBoundary(revision.text, from, direction)
        const range = {
          startUtf16: edge === 'start' ? to : span.startUtf16,
          endUtf16: edge === 'end' ? to : span.endUtf16
        }
        if (range.startUtf16 >= range.endUtf16 || to === from) return undefined
        return setBoundaries(annotation, annotation.spans.indexOf(span), range, revision.text, now())
      })
    },

    changeLayer(id: AnnotationId, to: Layer): void {
      onAnnotation(id, (annotation, from) =>
        from.id === to.id ? undefined : changeLayer(annotation, from, to, now())
      )
    },

    remove(id: AnnotationId): void {
      enqueue(async () => {
        const annotation = index.get(id)
        if (annotation === undefined) return
        const layer = findLayer(codebook, annotation.layer)
        const relations = await loadRelationsOf(workspace.database, annotation.projectId, id)
        const following = index.next(id) ?? index.previous(id)
        if (!(await perform(deleteAnnotation(annotation, layer, relations)))) return
        store().focus(following?.id ?? null)
        deps.announce('Deleted. Undo available')
        deps.notify(`${layer?.name ?? 'Annotation'} deleted.`, { label: 'Undo', run: deps.undo })
      })
    }
  }
}

function count(size: number): string {
  return size === 1 ? '1 annotation' : `${size} annotations`
}

function isSame(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The position in `annotation.spans` of the content span that overlaps or lies closest to `range`. */
function nearestContentSpan(annotation: Annotation, range: TextRange): number {
  const distance = (start: number, end: number) => Math.max(0, range.startUtf16 - end, start - range.endUtf16)
  const nearest = contentSpans(annotation).reduce((best, span) =>
    distance(span.startUtf16, span.endUtf16) < distance(best.startUtf16, best.endUtf16) ? span : best
  )
  return annotation.spans.indexOf(nearest)
}
