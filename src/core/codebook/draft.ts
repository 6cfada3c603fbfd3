import type { Attribute, Codebook, Layer } from '../project/codebook'
import { fail, type Failure, type Result } from '../result'
import { originOf, type MigrationStep } from './migration'
import { findPlace, type Place } from './place'

/**
 * A codebook that is being changed: the stored one, what it is to become, and what the way there does to
 * annotations. Nothing is stored before `saveDraft`.
 */
export interface CodebookDraft {
  readonly base: Codebook
  /** Keeps the base's id, project and version. */
  readonly content: Codebook
  /** In the order they were taken; the ids in a step are those of its time. */
  readonly steps: readonly MigrationStep[]
}

/** What every edit of a draft answers: another draft, or why it cannot be. */
export type Edited = Result<CodebookDraft, Failure>

export function openDraft(base: Codebook): CodebookDraft {
  return { base, content: base, steps: [] }
}

/** Whether saving the draft would make a new version. */
export function isDraftChanged({ base, content, steps }: CodebookDraft): boolean {
  return steps.length > 0 || JSON.stringify(base) !== JSON.stringify(content)
}

/** Whether the stored codebook has nothing at this place yet, so that no annotation can use it. */
export function isAdded(draft: CodebookDraft, place: Place): boolean {
  return findPlace(draft.base, originOf(draft.steps, place)) === undefined
}

export function findLayerIn(draft: CodebookDraft, id: string): Layer | undefined {
  return draft.content.layers.find(layer => layer.id === id)
}

export function findAttributeIn(draft: CodebookDraft, place: Place): Attribute | undefined {
  return findLayerIn(draft, place.layer)?.attributes.find(attribute => attribute.id === place.attribute)
}

export function withLayers(draft: CodebookDraft, layers: Layer[]): CodebookDraft {
  return { ...draft, content: { ...draft.content, layers } }
}

/** The draft with one layer made anew. */
export function withLayer(draft: CodebookDraft, id: string, change: (layer: Layer) => Layer): CodebookDraft {
  return withLayers(
    draft,
    draft.content.layers.map(layer => (layer.id === id ? change(layer) : layer))
  )
}

/** The draft with one attribute made anew. */
export function withAttribute(
  draft: CodebookDraft,
  place: Place,
  change: (attribute: Attribute) => Attribute
): CodebookDraft {
  return withLayer(draft, place.layer, layer => ({
    ...layer,
    attributes: layer.attributes.map(row => (row.id === place.attribute ? change(row) : row))
  }))
}

/** The draft with a step more. Going there and straight back leaves no step. */
export function withStep(draft: CodebookDraft, step: MigrationStep): CodebookDraft {
  const last = draft.steps.at(-1)
  const isBack = last !== undefined && JSON.stringify(inverse(last)) === JSON.stringify(step)
  return { ...draft, steps: isBack ? draft.steps.slice(0, -1) : [...draft.steps, step] }
}

/** The step that takes this one back, its keys in the same order; undefined where there is none. */
function inverse(step: MigrationStep): MigrationStep | undefined {
  switch (step.kind) {
    case 'layer-id':
      return { kind: step.kind, layer: step.to, to: step.layer }
    case 'attribute-id':
      return { kind: step.kind, layer: step.layer, attribute: step.to, to: step.attribute }
    case 'option-id': {
      const { kind, layer, attribute, option, to } = step
      return { kind, layer, attribute, option: to, to: option }
    }
    case 'role':
      return { kind: step.kind, layer: step.layer, role: step.to, to: step.role }
    case 'convert':
    case 'merge-options':
      return undefined
  }
}

export function missing(): Edited {
  return fail('no-such-place', 'The codebook no longer has this.')
}

/** A copy without this key: an unset optional key is absent, never undefined. */
export function without<T extends object, K extends keyof T>(row: T, key: K): Omit<T, K> {
  const copy = { ...row }
  delete copy[key]
  return copy
}

/** Sets an optional text, or takes the key away where it is empty. */
export function withText<T extends object, K extends keyof T & string>(row: T, key: K, text: string): T {
  return text === '' ? (without(row, key) as T) : { ...row, [key]: text }
}
