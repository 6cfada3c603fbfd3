import { contentRole } from '../annotation/parts'
import { mostLayers, type Layer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import { layerIdSchema } from '../project/ids'
import { fail, ok } from '../result'
import { findLayerIn, isAdded, missing, withLayer, withLayers, withStep, withText } from './draft'
import type { CodebookDraft, Edited } from './draft'
import { freeLayerKey, keyProblem, type TakenKeys } from './keys'
import { offeredColours } from './layer-colours'
import { kebabId } from './make-id'

/** A new layer at the end, named by `name`, with a key and a look that no other layer has while there are any. */
export function addLayer(draft: CodebookDraft, name: string, taken: TakenKeys): Edited {
  const { layers } = draft.content
  if (name.trim() === '') return fail('empty-name', 'A layer needs a name.')
  if (layers.length >= mostLayers)
    return fail('too-many-layers', `A codebook has at most ${mostLayers} layers.`)
  const key = freeLayerKey(draft.content, taken)
  const layer: Layer = {
    id: layerIdSchema.parse(
      kebabId(
        name,
        layers.map(row => row.id),
        'layer'
      )
    ),
    name: name.trim(),
    pluralName: pluralOf(name.trim()),
    initial: freeInitial(name.trim(), layers),
    ...(key === undefined ? {} : { key }),
    ...freeLook(layers),
    spanRoles: [contentRole],
    attributes: []
  }
  return ok(withLayers(draft, [...layers, layer]))
}

/** Renames a layer. A layer that is new in this draft gets its id and plural from the name. */
export function renameLayer(draft: CodebookDraft, id: string, name: string): Edited {
  const layer = findLayerIn(draft, id)
  if (layer === undefined) return missing()
  if (name.trim() === '') return fail('empty-name', 'A layer needs a name.')
  const others = draft.content.layers.filter(row => row.id !== id)
  if (others.some(row => isSameName(row.name, name)))
    return fail('taken', `There is a layer “${name.trim()}” already.`)
  const isNew = isAdded(draft, { layer: id })
  const newId = kebabId(
    name,
    others.map(row => row.id),
    'layer'
  )
  return ok(
    withLayer(draft, id, row => ({
      ...row,
      ...(isNew ? { id: layerIdSchema.parse(newId) } : {}),
      ...(isNew && row.initial === freeInitial(row.name, others)
        ? { initial: freeInitial(name.trim(), others) }
        : {}),
      name: name.trim(),
      pluralName: row.pluralName === pluralOf(row.name) ? pluralOf(name.trim()) : row.pluralName
    }))
  )
}

/** What of a layer can be set without looking at annotations. */
export interface LayerLook {
  pluralName?: string
  initial?: string
  colour?: string
  lineStyle?: Layer['lineStyle']
  guidance?: string
}

export function changeLayer(draft: CodebookDraft, id: string, look: LayerLook): Edited {
  if (findLayerIn(draft, id) === undefined) return missing()
  const { guidance, ...rest } = look
  if (rest.pluralName?.trim() === '') return fail('empty-name', 'The plural cannot be empty.')
  if (rest.initial !== undefined && !/^\S{1,2}$/u.test(rest.initial))
    return fail('wrong-initial', 'The initial is one or two letters.')
  if (rest.colour !== undefined && !isColour(rest.colour))
    return fail('wrong-colour', 'A colour is # and six digits from 0 to f, such as #a04fb5.')
  return ok(
    withLayer(draft, id, row => {
      const next = { ...row, ...rest }
      return guidance === undefined ? next : withText(next, 'guidance', guidance.trim())
    })
  )
}

/** Gives the layer another key; an empty one takes it away. */
export function setLayerKey(draft: CodebookDraft, id: string, key: string, taken: TakenKeys): Edited {
  if (findLayerIn(draft, id) === undefined) return missing()
  const problem = key === '' ? null : keyProblem(draft.content, { layer: id }, key, taken)
  if (problem !== null) return fail('key-taken', problem)
  return ok(withLayer(draft, id, row => withText(row, 'key', key)))
}

/** Gives the layer another id; its annotations follow. */
export function changeLayerId(
  draft: CodebookDraft,
  id: string,
  to: string,
  annotations: readonly Annotation[]
): Edited {
  if (findLayerIn(draft, id) === undefined) return missing()
  if (id === to) return ok(draft)
  const parsed = layerIdSchema.safeParse(to)
  if (!parsed.success) return fail('wrong-id', 'An id has no spaces.')
  const isTaken =
    findLayerIn(draft, to) !== undefined || annotations.some(annotation => annotation.layer === to)
  if (isTaken) return fail('taken', `The id “${to}” is in use already.`)
  const renamed = withLayer(draft, id, row => ({ ...row, id: parsed.data }))
  return ok(isAdded(draft, { layer: id }) ? renamed : withStep(renamed, { kind: 'layer-id', layer: id, to }))
}

export function addSpanRole(draft: CodebookDraft, id: string, name: string): Edited {
  const layer = findLayerIn(draft, id)
  if (layer === undefined) return missing()
  const role = kebabId(name, [], '')
  if (role === '') return fail('empty-name', 'A part needs a name in Latin letters, such as “place”.')
  if (layer.spanRoles.includes(role)) return fail('taken', `There is a part “${role}” already.`)
  return ok(withLayer(draft, id, row => ({ ...row, spanRoles: [...row.spanRoles, role] })))
}

/** Takes a part away that no annotation has marked. The passage itself stays. */
export function removeSpanRole(
  draft: CodebookDraft,
  id: string,
  role: string,
  annotations: readonly Annotation[]
): Edited {
  if (role === contentRole) return fail('needed', 'Every annotation has a passage.')
  const count = countMarked(annotations, id, role)
  if (count > 0) {
    const those = count === 1 ? '1 annotation has' : `${count} annotations have`
    return fail('in-use', `${those} a ${role} marked. Rename the part, or remove those first.`)
  }
  return ok(
    withLayer(draft, id, row => ({ ...row, spanRoles: row.spanRoles.filter(other => other !== role) }))
  )
}

/** Renames a part; what is marked as it follows. */
export function renameSpanRole(
  draft: CodebookDraft,
  id: string,
  role: string,
  name: string,
  annotations: readonly Annotation[]
): Edited {
  const layer = findLayerIn(draft, id)
  if (layer?.spanRoles.includes(role) !== true) return missing()
  if (role === contentRole) return fail('needed', 'The passage keeps its name: every format knows it.')
  const to = kebabId(name, [], '')
  if (to === role) return ok(draft)
  if (to === '') return fail('empty-name', 'A part needs a name in Latin letters, such as “place”.')
  if (layer.spanRoles.includes(to) || countMarked(annotations, id, to) > 0)
    return fail('taken', `There is a part “${to}” already.`)
  const renamed = withLayer(draft, id, row => ({
    ...row,
    spanRoles: row.spanRoles.map(other => (other === role ? to : other))
  }))
  return ok(withStep(renamed, { kind: 'role', layer: id, role, to }))
}

function countMarked(annotations: readonly Annotation[], layer: string, role: string): number {
  return annotations.filter(row => row.layer === layer && row.spans.some(span => span.role === role)).length
}

export function isColour(colour: string): boolean {
  return ['claim', 'perspective', 'legal'].includes(colour) || /^#[0-9a-f]{6}$/iu.test(colour)
}

export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** Of words, as English has it; labels such as `PER` or `警察` stay as they are. */
function pluralOf(name: string): string {
  if (!/\p{Ll}$/u.test(name)) return name
  return /[^aeiou]y$/u.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`
}

/** One letter of the name, or two, that no other layer has. */
function freeInitial(name: string, layers: readonly Layer[]): string {
  const taken = new Set(layers.map(layer => layer.initial))
  const letters = [...name.toUpperCase()].filter(letter => /\S/u.test(letter) && letter.length === 1)
  const [first = '•', ...rest] = letters
  return [...letters, ...rest.map(letter => first + letter)].find(initial => !taken.has(initial)) ?? first
}

const linesInTurn = ['dashed', 'dotted', 'double', 'solid'] as const satisfies readonly Layer['lineStyle'][]

/** The first colour that the fewest layers have, in a line that none of them has while there is one. */
function freeLook(layers: readonly Layer[]): Pick<Layer, 'colour' | 'lineStyle'> {
  const having = ({ colour }: { colour: string }) => layers.filter(layer => layer.colour === colour)
  const fewest = Math.min(...offeredColours.map(offered => having(offered).length))
  const { colour } = offeredColours.find(offered => having(offered).length === fewest) ?? offeredColours[0]
  const used = new Set(having({ colour }).map(layer => layer.lineStyle))
  return { colour, lineStyle: linesInTurn.find(line => !used.has(line)) ?? linesInTurn[0] }
}
