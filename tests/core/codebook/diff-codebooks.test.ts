import { describe, expect, test } from 'vitest'
import {
  changeAttribute,
  changeAttributeId,
  changeKind,
  renameAttribute,
  setScale
} from '../../../src/core/codebook/attribute-edits'
import { diffCodebooks } from '../../../src/core/codebook/diff-codebooks'
import type { CodebookDraft } from '../../../src/core/codebook/draft'
import {
  addLayer,
  addSpanRole,
  changeLayer,
  renameLayer,
  renameSpanRole
} from '../../../src/core/codebook/layer-edits'
import {
  addOption,
  changeOptionId,
  defineOption,
  mergeOptions,
  renameOption
} from '../../../src/core/codebook/option-edits'
import { move, remove, retire } from '../../../src/core/codebook/place-edits'
import { draft, must } from './small-codebook'

const stance = { layer: 'view', attribute: 'stance' }
const mixed = { ...stance, option: 'mixed' }
const weight = { layer: 'view', attribute: 'weight' }

describe('each change reads as what was done', () => {
  const cases: { edit: () => CodebookDraft; texts: string[]; later?: string[] }[] = [
    {
      edit: () => must(renameOption(draft, mixed, 'both ways')),
      texts: ['Stance: option “mixed” renamed to “both ways”']
    },
    {
      edit: () => must(changeOptionId(must(renameOption(draft, mixed, 'both ways')), mixed, 'both')),
      texts: [
        'Stance: option “mixed” renamed to “both ways”',
        'Stance: option “mixed” has the id “both” instead of “mixed”'
      ]
    },
    {
      edit: () => must(mergeOptions(draft, mixed, 'for')),
      texts: ['Stance: option “mixed” merged into “For”'],
      // A stored version does not say where its annotations went.
      later: ['Stance: option “mixed” removed']
    },
    { edit: () => must(addOption(draft, stance, 'neutral')), texts: ['Stance: option “neutral” added'] },
    { edit: () => must(remove(draft, mixed, [])), texts: ['Stance: option “mixed” removed'] },
    { edit: () => must(retire(draft, mixed)), texts: ['Stance: option “mixed” retired'] },
    {
      edit: () => must(defineOption(draft, mixed, 'Yes and no.')),
      texts: ['Stance: option “mixed” has definition now']
    },
    { edit: () => must(move(draft, mixed, -1)), texts: ['Stance: options put in another order'] },
    {
      edit: () => must(changeAttributeId(must(renameAttribute(draft, stance, 'Side')), stance, 'side', [])),
      texts: [
        'Attribute “Stance” renamed to “Side”',
        'Attribute “Stance” has the id “side” instead of “stance”'
      ]
    },
    {
      edit: () => must(changeAttribute(draft, stance, { required: false })),
      texts: ['Attribute “Stance” is no longer required']
    },
    {
      edit: () => must(changeKind(draft, stance, 'multi-choice', [])),
      texts: ['Attribute “Stance” turned from “One option” into “Several options”']
    },
    {
      edit: () => must(setScale(draft, weight, { minimum: 0, maximum: 5 }, [])),
      texts: ['Attribute “Weight” begins at 0']
    },
    {
      edit: () => must(renameLayer(draft, 'fact', 'Event')),
      texts: ['Layer “Fact” renamed to “Event”', 'Layer “Fact” has the plural “Events”']
    },
    {
      edit: () => must(changeLayer(draft, 'fact', { colour: '#8467c9', lineStyle: 'dashed' })),
      texts: [
        'Layer “Fact” has the colour violet instead of teal',
        'Layer “Fact” has a dashed line instead of a double one'
      ]
    },
    { edit: () => must(addLayer(draft, 'Metaphor', new Map())), texts: ['Layer “Metaphor” added'] },
    { edit: () => must(addSpanRole(draft, 'fact', 'Place')), texts: ['Part “place” added'] },
    {
      edit: () => must(renameSpanRole(draft, 'view', 'source', 'speaker', [])),
      texts: ['Part “source” renamed to “speaker”'],
      later: ['Part “speaker” added', 'Part “source” removed']
    },
    { edit: () => must(move(draft, { layer: 'fact' }, -1)), texts: ['Layers put in another order'] }
  ]
  test.each(cases)('$texts', ({ edit, texts, later = texts }) => {
    const { base, content, steps } = edit()
    expect(diffCodebooks(base, content, steps).map(difference => difference.text)).toEqual(texts)
    expect(diffCodebooks(base, content).map(difference => difference.text)).toEqual(later)
  })
})

test('a difference is named after its layer as it is now', () => {
  const { base, content, steps } = must(
    renameOption(must(renameLayer(draft, 'view', 'Opinion')), mixed, 'both')
  )
  expect(diffCodebooks(base, content, steps).map(difference => difference.layer)).toEqual([
    'Opinion',
    'Opinion',
    'Opinion'
  ])
})
