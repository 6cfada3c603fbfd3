import fc from 'fast-check'
import {
  addAttribute,
  changeAttribute,
  changeAttributeId,
  changeKind,
  renameAttribute,
  setArticleVoice,
  setAttributeKey,
  setScale
} from '../../../src/core/codebook/attribute-edits'
import type { CodebookDraft, Edited } from '../../../src/core/codebook/draft'
import {
  addLayer,
  addSpanRole,
  changeLayer,
  changeLayerId,
  removeSpanRole,
  renameLayer,
  renameSpanRole,
  setLayerKey
} from '../../../src/core/codebook/layer-edits'
import { migrateAnnotations } from '../../../src/core/codebook/migration'
import {
  addOption,
  changeOptionId,
  defineOption,
  mergeOptions,
  renameOption,
  setOptionKey
} from '../../../src/core/codebook/option-edits'
import type { Place } from '../../../src/core/codebook/place'
import { bringBack, move, remove, retire } from '../../../src/core/codebook/place-edits'
import { attributeKinds } from '../../../src/core/project/codebook'
import type { Annotation } from '../../../src/core/project/entities'

/** Keys as the commands have them. */
export const takenKeys = new Map([
  ['j', 'Next annotation'],
  ['n', 'Write a memo'],
  ['r', 'Relate']
])

/** Which edit, where, and with what: numbers that are read against the draft of the moment. */
const anyEdit = fc.record({
  edit: fc.nat({ max: 25 }),
  layer: fc.nat({ max: 5 }),
  attribute: fc.nat({ max: 20 }),
  option: fc.nat({ max: 30 }),
  other: fc.nat({ max: 30 }),
  name: fc.constantFrom('Both ways', 'Place', 'Mixed', 'Été 2', '  ', '漢字', 'constructor', 'a'),
  id: fc.constantFrom('both-ways', 'bothWays', 'mixed', 'claim', 'with space', 'toString', 'x1'),
  key: fc.constantFrom('p', 'q', 'j', '4', 'Q', '', 's'),
  kind: fc.constantFrom(...attributeKinds),
  isOn: fc.boolean()
})
export const anyEdits = fc.array(anyEdit, { maxLength: 15 })
type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never

/** The draft after one edit; the same one where it was refused. */
export function applyEdit(draft: CodebookDraft, edit: AnyEdit, stored: readonly Annotation[]): CodebookDraft {
  const annotations = migrateAnnotations(stored, draft.steps)
  const done = run(draft, edit, annotations)
  return done.ok ? done.value : draft
}

function run(draft: CodebookDraft, edit: AnyEdit, annotations: readonly Annotation[]): Edited {
  const at = <T>(rows: readonly T[], index: number) => rows[index % Math.max(1, rows.length)]
  const layer = at(draft.content.layers, edit.layer)!
  const attribute = at(layer.attributes, edit.attribute)
  const option = at(attribute?.options ?? [], edit.option)
  const id = layer.id as string
  const ofAttribute: Place = { layer: id, attribute: attribute?.id ?? 'none' }
  const ofOption: Place = { ...ofAttribute, option: option?.id ?? 'none' }
  const anyPlace = at<Place>([{ layer: id }, ofAttribute, ofOption], edit.other)!
  const role = at(layer.spanRoles, edit.option) ?? 'content'
  const { name, key, kind, isOn } = edit
  const runs: (() => Edited)[] = [
    () => addLayer(draft, name, takenKeys),
    () => renameLayer(draft, id, name),
    () => changeLayer(draft, id, { guidance: name, colour: isOn ? '#112233' : 'red', initial: 'Q' }),
    () => setLayerKey(draft, id, key, takenKeys),
    () => changeLayerId(draft, id, edit.id, annotations),
    () => addSpanRole(draft, id, name),
    () => removeSpanRole(draft, id, role, annotations),
    () => renameSpanRole(draft, id, role, name, annotations),
    () => addAttribute(draft, id, name, kind, annotations),
    () => renameAttribute(draft, ofAttribute, name),
    () => changeAttributeId(draft, ofAttribute, edit.id, annotations),
    () => changeAttribute(draft, ofAttribute, { secondary: isOn, guidance: name }),
    () => setAttributeKey(draft, ofAttribute, key, takenKeys),
    () => changeKind(draft, ofAttribute, kind, annotations),
    () => setScale(draft, ofAttribute, { minimum: edit.option, maximum: edit.other }, annotations),
    () => setArticleVoice(draft, ofAttribute, isOn, annotations),
    () => addOption(draft, ofAttribute, name),
    () => renameOption(draft, ofOption, name),
    () => changeOptionId(draft, ofOption, edit.id),
    () => defineOption(draft, ofOption, name),
    () => setOptionKey(draft, ofOption, key, takenKeys),
    () => mergeOptions(draft, ofOption, at(attribute?.options ?? [], edit.other)?.id ?? 'none'),
    () => move(draft, anyPlace, edit.other - 10),
    () => remove(draft, anyPlace, annotations),
    () => retire(draft, anyPlace),
    () => bringBack(draft, anyPlace)
  ]
  return runs[edit.edit]!()
}
