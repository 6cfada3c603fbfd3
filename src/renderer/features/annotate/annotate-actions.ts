import {
  changeLayer,
  createAnnotation,
  deleteAnnotation,
  setAttribute,
  setMemo
} from '../../../core/annotation/edits'
import {
  addSpan,
  contentRole,
  nearestContentSpan,
  removeSpan,
  replaceSpan,
  roleName
} from '../../../core/annotation/parts'
import { nameActor } from '../../../core/annotation/name-actor'
import { addPassages, duplicateAnnotation } from '../../../core/annotation/repeat'
import { contentSpans, type TextRange } from '../../../core/annotation/spans'
import { confirmPlacement } from '../../../core/anchoring/correct-text'
import { nextWordBoundary } from '../../../core/anchoring/words'
import type { Edit, RowChange } from '../../../core/history/change-set'
import { findLayer, type Attribute, type Codebook, type Layer } from '../../../core/project/codebook'
import type { Annotation, Attributes, AttributeValue } from '../../../core/project/entities'
import type { ActorId, AnnotationId } from '../../../core/project/ids'
import { loadActors } from '../../persistence/load-actors'
import { loadRelationsOf } from '../../persistence/load-relations'
import type { Workspace } from '../../persistence/workspace'
import { useAnnotateStore } from './annotate-store'
import { useHandStore } from './hand-store'
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
  let turn: Promise<void> = Promise.resolve()

  /** Actions run one after another, so that a key pressed before the last write ended sees its result. */
  function enqueue(action: () => Promise<void> | void): Promise<void> {
    turn = turn.then(action).catch((error: unknown) => {
      deps.notify(error instanceof Error ? error.message : String(error))
    })
    return turn
  }

  async function perform(edit: Edit): Promise<boolean> {
    const result = await workspace.perform(edit)
    if (!result.ok) deps.notify(result.error.message)
    return result.ok
  }

  /** Focuses what the edit makes in the moment the index has it: one rendering instead of two. */
  async function performAndFocus(edit: Edit, id: AnnotationId, onThere?: () => void): Promise<boolean> {
    const stop = index.subscribe(() => {
      if (index.get(id) === undefined) return
      stop()
      store().focus(id)
      onThere?.()
    })
    try {
      return await perform(edit)
    } finally {
      stop()
    }
  }

  /** `said` is announced once the annotation is as the edit would have it. */
  function onAnnotation(
    id: AnnotationId,
    edit: (annotation: Annotation, layer: Layer) => Edit | undefined,
    said?: () => string | undefined
  ) {
    void enqueue(async () => {
      const annotation = index.get(id)
      const layer = annotation === undefined ? undefined : findLayer(codebook, annotation.layer)
      if (annotation === undefined || layer === undefined) return
      const made = edit(annotation, layer)
      if (made !== undefined && !(await perform(made))) return
      const stored = index.get(id)
      if (stored !== undefined) useHandStore.getState().noteAttributes(id, stored.attributes)
      const message = said?.()
      if (message !== undefined) deps.announce(message)
    })
  }

  /** A new annotation is in the store: it is what can be repeated. */
  function arrive(id: AnnotationId, layerId: string, said: string): void {
    const attributes = index.get(id)?.attributes ?? {}
    useHandStore.getState().setLastTag({ id, layerId, attributes })
    deps.announce(`${said}, ${count(index.size)}`)
  }

  return {
    /** Settles when all is done; `onThere` is called in the moment the new annotation is. */
    tag(layer: Layer, range: TextRange, attributes: Attributes = {}, onThere?: () => void): Promise<void> {
      return enqueue(async () => {
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
          now: now(),
          attributes
        })
        if (await performAndFocus(edit, id, onThere)) arrive(id, layer.id, `${layer.name} added`)
      })
    },

    /** A second annotation of the same spans and attributes. */
    duplicate(id: AnnotationId): void {
      void enqueue(async () => {
        const active = workspace.project()
        const annotation = index.get(id)
        if (active === null || annotation === undefined) return
        const layer = findLayer(codebook, annotation.layer)
        const made = { id: deps.newId() as AnnotationId, annotatorId: active.annotatorId, now: now() }
        if (!(await performAndFocus(duplicateAnnotation(annotation, layer, made), made.id))) return
        arrive(made.id, annotation.layer, `${layer?.name ?? 'Annotation'} duplicated`)
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

    /** The words at `range` become an actor, whom the annotation's first unset actor attribute then names. */
    nameActor(id: AnnotationId, range: TextRange): void {
      void enqueue(async () => {
        const annotation = index.get(id)
        const layer = annotation === undefined ? undefined : findLayer(codebook, annotation.layer)
        if (annotation === undefined || layer === undefined) return
        const actors = await loadActors(workspace.database, annotation.projectId)
        const { text } = revision
        const newId = deps.newId() as ActorId
        const named = nameActor({ annotation, layer, range, text, actors, id: newId, now: now() })
        if (named === undefined) return deps.announce('These words name nobody')
        if (named.edit !== undefined && !(await perform(named.edit))) return
        useHandStore.getState().noteAttributes(id, index.get(id)?.attributes ?? {})
        const { actor, attribute, isNew } = named
        const what = attribute === undefined ? actor.name : `${attribute.name}, ${actor.name}`
        deps.announce(isNew ? `${what}, new actor` : what)
        if (attribute === undefined) deps.notify(noActorLeft(layer, actor.name, isNew))
      })
    },

    /** Chooses one of several options, or takes it back when it is chosen. */
    toggleOption(id: AnnotationId, attribute: Attribute, optionId: string): void {
      const name = attribute.options?.find(option => option.id === optionId)?.name.toLowerCase() ?? optionId
      let said = ''
      const edit = (annotation: Annotation) => {
        const current = annotation.attributes[attribute.id]
        const chosen = Array.isArray(current) ? current.filter(item => typeof item === 'string') : []
        const isChosen = chosen.includes(optionId)
        said = `${attribute.name}, ${name}${isChosen ? ' removed' : ''}`
        const value = isChosen ? chosen.filter(other => other !== optionId) : [...chosen, optionId]
        return setAttribute(annotation, attribute, value, now())
      }
      onAnnotation(id, edit, () => said)
    },

    setMemo(id: AnnotationId, memo: string): void {
      onAnnotation(id, annotation =>
        annotation.memo === memo ? undefined : setMemo(annotation, memo, now())
      )
    },

    /** The selection as one more span: of what is tagged, or of a part such as its source. */
    addSpan(id: AnnotationId, role: string, range: TextRange): void {
      let message: string | undefined
      const edit = (annotation: Annotation, layer: Layer) => {
        const name = roleName(role)
        if (!layer.spanRoles.includes(role)) {
          message = `${layer.pluralName} have no ${name.toLowerCase()}`
          return undefined
        }
        const made = addSpan(annotation, layer, role, range, revision.text, now())
        message = made === undefined ? `${name} is marked already` : added(name, role, made)
        return made
      }
      onAnnotation(id, edit, () => message)
    },

    /** Several passages as further content, in one step. */
    addPassages(id: AnnotationId, ranges: readonly TextRange[]): void {
      let message = 'The whole quotation is tagged already'
      const edit = (annotation: Annotation, layer: Layer) => {
        const made = addPassages(annotation, layer, ranges, revision.text, now())
        if (made !== undefined) message = added('Passage', contentRole, made)
        return made
      }
      onAnnotation(id, edit, () => message)
    },

    removeSpan(id: AnnotationId, spanIndex: number): void {
      let name = ''
      const edit = (annotation: Annotation) => {
        name = roleName(annotation.spans[spanIndex]?.role ?? '')
        return removeSpan(annotation, spanIndex, now())
      }
      onAnnotation(id, edit, () => `${name} removed. Undo available`)
    },

    /** The content span that overlaps or lies nearest to `range` becomes `range`. */
    setBoundaries(id: AnnotationId, range: TextRange): void {
      onAnnotation(id, annotation =>
        replaceSpan(annotation, nearestContentSpan(annotation, range), range, revision.text, now())
      )
    },

    /**
     * Moves one edge of the content span nearest the caret by a word; without a caret the end of the last one or
     * the start of the first.
     */
    moveEdge(
      id: AnnotationId,
      edge: 'start' | 'end',
      direction: 'forward' | 'backward',
      caretUtf16: number | null = null
    ): void {
      onAnnotation(id, annotation => {
        const at = caretUtf16 ?? (edge === 'end' ? revision.text.length : 0)
        const spanIndex = nearestContentSpan(annotation, { startUtf16: at, endUtf16: at })
        const span = annotation.spans[spanIndex]
        if (span === undefined) return undefined
        const from = edge === 'end' ? span.endUtf16 : span.startUtf16
        const to = nextWordBoundary(revision.text, from, direction)
        const range = {
          startUtf16: edge === 'start' ? to : span.startUtf16,
          endUtf16: edge === 'end' ? to : span.endUtf16
        }
        if (range.startUtf16 >= range.endUtf16 || to === from) return undefined
        return replaceSpan(annotation, spanIndex, range, revision.text, now())
      })
    },

    /** The place that a correction of the text moved an annotation to is right. */
    confirmPlacement(id: AnnotationId): void {
      let message = 'Nothing to confirm here'
      const edit = (annotation: Annotation) => {
        const made = confirmPlacement(annotation, now())
        if (made !== undefined) message = 'Place confirmed'
        return made
      }
      void onAnnotation(id, edit, () => message)
    },

    changeLayer(id: AnnotationId, to: Layer): void {
      onAnnotation(id, (annotation, from) =>
        from.id === to.id ? undefined : changeLayer(annotation, from, to, now())
      )
    },

    remove(id: AnnotationId): void {
      void enqueue(async () => {
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

function noActorLeft(layer: Layer, name: string, isNew: boolean): string {
  const why = layer.attributes.some(({ kind }) => kind === 'actor')
    ? `This ${layer.name.toLowerCase()} names its actor already.`
    : `${layer.pluralName} name no single actor.`
  return isNew ? `${name} was added to the actors. ${why}` : `${name} is an actor. ${why}`
}

function count(size: number): string {
  return size === 1 ? '1 annotation' : `${size} annotations`
}

/** "Source added", "Passage added, 2 passages"; a passage that only grew makes no new one. */
function added(name: string, role: string, { changes }: Edit): string {
  const [change] = changes
  if (role !== contentRole || change?.table !== 'annotations' || !change.before || !change.after)
    return `${name} added`
  const passages = contentSpans(change.after).length
  if (passages <= contentSpans(change.before).length) return `${name} extended`
  return `${name} added, ${passages} passages`
}

function isSame(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
