import { optionSchema, type Attribute, type CodebookOption } from '../project/codebook'
import { fail, ok } from '../result'
import {
  findAttributeIn,
  isAdded,
  missing,
  withAttribute,
  withStep,
  withText,
  type CodebookDraft,
  type Edited
} from './draft'
import { keyProblem, type TakenKeys } from './keys'
import { isSameName } from './layer-edits'
import { kebabId } from './make-id'
import type { Place } from './place'

export function addOption(draft: CodebookDraft, place: Place, name: string): Edited {
  const attribute = findAttributeIn(draft, place)
  if (attribute?.options === undefined) return missing()
  const refused = refuseName(attribute.options, name)
  if (refused !== null) return refused
  const option: CodebookOption = { id: kebabId(name, idsOf(attribute)), name: name.trim() }
  return ok(withOptions(draft, place, options => [...options, option]))
}

/** Renames an option. One that is new in this draft gets its id from the name. */
export function renameOption(draft: CodebookDraft, place: Place, name: string): Edited {
  const attribute = findAttributeIn(draft, place)
  const option = optionAt(attribute, place)
  if (attribute === undefined || option === undefined) return missing()
  const others = (attribute.options ?? []).filter(row => row.id !== option.id)
  const refused = refuseName(others, name)
  if (refused !== null) return refused
  const newId = isAdded(draft, place)
    ? {
        id: kebabId(
          name,
          others.map(row => row.id)
        )
      }
    : {}
  return ok(withOption(draft, place, row => ({ ...row, ...newId, name: name.trim() })))
}

/** Gives the option another id; what annotations have chosen follows. */
export function changeOptionId(draft: CodebookDraft, place: Place, to: string): Edited {
  const attribute = findAttributeIn(draft, place)
  const option = optionAt(attribute, place)
  if (attribute === undefined || option === undefined) return missing()
  if (option.id === to) return ok(draft)
  if (!optionSchema.shape.id.safeParse(to).success)
    return fail('wrong-id', 'An id is written like “both-ways”: small Latin letters, digits and hyphens.')
  if (idsOf(attribute).includes(to)) return fail('taken', `The id “${to}” is in use already.`)
  const renamed = withOption(draft, place, row => ({ ...row, id: to }))
  if (isAdded(draft, place)) return ok(renamed)
  const { layer } = place
  return ok(withStep(renamed, { kind: 'option-id', layer, attribute: attribute.id, option: option.id, to }))
}

export function defineOption(draft: CodebookDraft, place: Place, definition: string): Edited {
  if (optionAt(findAttributeIn(draft, place), place) === undefined) return missing()
  return ok(withOption(draft, place, row => withText(row, 'definition', definition.trim())))
}

/** Gives an option its key; an empty one takes it away. */
export function setOptionKey(draft: CodebookDraft, place: Place, key: string, taken: TakenKeys): Edited {
  if (optionAt(findAttributeIn(draft, place), place) === undefined) return missing()
  const problem = key === '' ? null : keyProblem(draft.content, place, key, taken)
  if (problem !== null) return fail('key-taken', problem)
  return ok(withOption(draft, place, row => withText(row, 'key', key)))
}

/** Makes one option of two: whoever chose the first has chosen `into`, which keeps its name and definition. */
export function mergeOptions(draft: CodebookDraft, place: Place, into: string): Edited {
  const attribute = findAttributeIn(draft, place)
  const option = optionAt(attribute, place)
  const target = attribute?.options?.find(row => row.id === into)
  if (attribute === undefined || option === undefined || target === undefined) return missing()
  if (option.id === into) return fail('same', 'An option cannot be merged with itself.')
  const merged = withOptions(draft, place, options => options.filter(row => row.id !== option.id))
  if (isAdded(draft, place)) return ok(merged)
  const { layer } = place
  return ok(
    withStep(merged, { kind: 'merge-options', layer, attribute: attribute.id, option: option.id, to: into })
  )
}

export function withOption(
  draft: CodebookDraft,
  place: Place,
  change: (option: CodebookOption) => CodebookOption
): CodebookDraft {
  return withOptions(draft, place, options =>
    options.map(row => (row.id === place.option ? change(row) : row))
  )
}

export function withOptions(
  draft: CodebookDraft,
  place: Place,
  change: (options: CodebookOption[]) => CodebookOption[]
): CodebookDraft {
  return withAttribute(draft, place, row => ({ ...row, options: change(row.options ?? []) }))
}

function optionAt(attribute: Attribute | undefined, place: Place): CodebookOption | undefined {
  return attribute?.options?.find(row => row.id === place.option)
}

function idsOf(attribute: Attribute): string[] {
  return (attribute.options ?? []).map(row => row.id)
}

function refuseName(others: readonly CodebookOption[], name: string) {
  if (name.trim() === '') return fail('empty-name', 'An option needs a name.')
  if (!others.some(row => isSameName(row.name, name))) return null
  return fail('taken', `There is an option “${name.trim()}” already.`)
}
