import { describe, expect, test } from 'vitest'
import {
  addAttribute,
  changeAttributeId,
  changeKind,
  setArticleVoice,
  setAttributeKey,
  setScale
} from '../../../src/core/codebook/attribute-edits'
import { isDraftChanged } from '../../../src/core/codebook/draft'
import {
  addLayer,
  changeLayer,
  changeLayerId,
  removeSpanRole,
  renameLayer,
  renameSpanRole,
  setLayerKey
} from '../../../src/core/codebook/layer-edits'
import { migrateAnnotation } from '../../../src/core/codebook/migration'
import {
  addOption,
  changeOptionId,
  mergeOptions,
  renameOption,
  setOptionKey
} from '../../../src/core/codebook/option-edits'
import { findPlace } from '../../../src/core/codebook/place'
import { bringBack, move, remove, retire } from '../../../src/core/codebook/place-edits'
import { codebookContentSchema, mostLayers } from '../../../src/core/project/codebook'
import type { Attributes } from '../../../src/core/project/entities'
import { annotation, codebook, draft, must, reason } from './small-codebook'

const stance = { layer: 'view', attribute: 'stance' }
const mixed = { ...stance, option: 'mixed' }
const taken = new Map([
  ['j', 'Next annotation'],
  ['r', 'Relate']
])

describe('what annotations hold follows the ids', () => {
  const cases: { why: string; edit: () => ReturnType<typeof must>; before: Attributes; after: Attributes }[] =
    [
      {
        why: 'a renamed option',
        edit: () => must(changeOptionId(draft, mixed, 'both-ways')),
        before: { stance: 'mixed', note: 'mixed' },
        after: { stance: 'both-ways', note: 'mixed' }
      },
      {
        why: 'a new name alone changes nothing',
        edit: () => must(renameOption(draft, mixed, 'both ways')),
        before: { stance: 'mixed' },
        after: { stance: 'mixed' }
      },
      {
        why: 'two options exchange their ids',
        edit: () => {
          const away = must(changeOptionId(draft, { ...stance, option: 'for' }, 'x'))
          const over = must(changeOptionId(away, { ...stance, option: 'against' }, 'for'))
          return must(changeOptionId(over, { ...stance, option: 'x' }, 'against'))
        },
        before: { stance: 'for' },
        after: { stance: 'against' }
      },
      {
        why: 'merged options of a multi-choice do not stand there twice',
        edit: () => must(mergeOptions(draft, { layer: 'view', attribute: 'topics', option: 'money' }, 'law')),
        before: { topics: ['rights', 'money', 'law'] },
        after: { topics: ['rights', 'law'] }
      },
      {
        why: 'merged roles of parties, the same actor once',
        edit: () => must(mergeOptions(draft, { layer: 'view', attribute: 'who', option: 'court' }, 'judge')),
        before: {
          who: [
            { role: 'judge', actor: 'ana' },
            { role: 'court', actor: 'ana' },
            { role: 'court', actor: 'bo' }
          ] as never
        },
        after: {
          who: [
            { role: 'judge', actor: 'ana' },
            { role: 'judge', actor: 'bo' }
          ] as never
        }
      },
      {
        why: 'an attribute’s id, in its place',
        edit: () => must(changeAttributeId(draft, stance, 'side', [])),
        before: { stance: 'for', note: 'x' },
        after: { side: 'for', note: 'x' }
      },
      {
        why: 'a choice becomes several',
        edit: () => must(changeKind(draft, stance, 'multi-choice', [])),
        before: { stance: 'for' },
        after: { stance: ['for'] }
      },
      {
        why: 'in whatever order: the attribute first, then its option, then the layer',
        edit: () => {
          const a = must(changeAttributeId(draft, stance, 'side', []))
          const b = must(changeOptionId(a, { layer: 'view', attribute: 'side', option: 'mixed' }, 'both'))
          return must(changeLayerId(b, 'view', 'opinion', []))
        },
        before: { stance: 'mixed' },
        after: { side: 'both' }
      }
    ]
  test.each(cases)('$why', ({ edit, before, after }) => {
    expect(migrateAnnotation(annotation(before), edit().steps).attributes).toEqual(after)
  })

  test('a layer’s id and a part’s name', () => {
    const renamed = must(
      renameSpanRole(must(changeLayerId(draft, 'view', 'opinion', [])), 'opinion', 'source', 'Speaker', [])
    )
    const migrated = migrateAnnotation(annotation({}, 'view', 'source'), renamed.steps)
    expect(migrated.layer).toBe('opinion')
    expect(migrated.spans.map(span => span.role)).toEqual(['content', 'speaker'])
  })

  test('what no step touches is the same object', () => {
    const other = annotation({ stance: 'for' })
    expect(migrateAnnotation(other, must(changeOptionId(draft, mixed, 'both')).steps)).toBe(other)
  })

  test('there and back leaves no step', () => {
    const back = must(
      changeOptionId(must(changeOptionId(draft, mixed, 'both')), { ...stance, option: 'both' }, 'mixed')
    )
    expect(isDraftChanged(back)).toBe(false)
  })
})

describe('what would do harm is refused in words', () => {
  const used = annotation(
    { stance: 'mixed', weight: 5, note: 'two\nlines', holder: 'article' },
    'view',
    'source'
  )
  test.each([
    [
      'the last offered layer',
      () => retire(must(retire(draft, { layer: 'fact' })), { layer: 'view' }),
      'needs one layer'
    ],
    [
      'a part that is marked',
      () => removeSpanRole(draft, 'view', 'source', [used]),
      '1 annotation has a source marked'
    ],
    ['the passage', () => removeSpanRole(draft, 'view', 'content', []), 'has a passage'],
    [
      'a choice as text',
      () => changeKind(draft, stance, 'text', [used]),
      'cannot go from one option to short text'
    ],
    [
      'text as a date that is none',
      () => changeKind(draft, { layer: 'view', attribute: 'note' }, 'date', [used]),
      '1 of 1 values cannot go'
    ],
    [
      'a scale that shuts a value out',
      () => setScale(draft, { layer: 'view', attribute: 'weight' }, { minimum: 1, maximum: 4 }, [used]),
      '1 annotation has a value outside 1 to 4'
    ],
    [
      'the article’s own voice where it is chosen',
      () => setArticleVoice(draft, { layer: 'view', attribute: 'holder' }, false, [used]),
      'is chosen once'
    ],
    ['an id that is there', () => changeOptionId(draft, mixed, 'for'), 'in use already'],
    ['an id that is none', () => changeOptionId(draft, mixed, 'Both ways'), 'small Latin letters'],
    [
      'an id under which annotations still keep something',
      () => changeAttributeId(draft, stance, 'old', [annotation({ old: 'x' })]),
      'in use already'
    ],
    ['an id that every object has', () => changeAttributeId(draft, stance, 'toString', []), 'in use already'],
    [
      'a name that is there, in other letters',
      () => renameOption(draft, mixed, ' FOR '),
      'an option “FOR” already'
    ],
    ['an empty name', () => renameLayer(draft, 'view', '  '), 'needs a name'],
    ['a colour that is none', () => changeLayer(draft, 'view', { colour: 'red;x' }), '# and six digits']
  ])('%s', (_, edit, words) => expect(reason(edit())).toContain(words))
})

describe('a key means one thing', () => {
  test.each([
    ['a command’s', () => setOptionKey(draft, mixed, 'j', taken), 'the command “Next annotation”'],
    ['another option’s', () => setOptionKey(draft, mixed, 's', taken), 'the option “For” of Stance'],
    ['an attribute’s', () => setOptionKey(draft, mixed, 'w', taken), '“Weight” of View'],
    ['a layer’s', () => setAttributeKey(draft, stance, '2', taken), 'the layer “Fact”'],
    ['for a layer, any of any layer', () => setLayerKey(draft, 'fact', 's', taken), 'the option “For”'],
    ['with Shift', () => setOptionKey(draft, mixed, 'B', taken), 'without Shift'],
    ['more than one', () => setOptionKey(draft, mixed, 'ab', taken), 'a single character']
  ])('%s is refused', (_, edit, words) => expect(reason(edit())).toContain(words))

  test('its own, a free one and none are taken', () => {
    expect(setOptionKey(draft, { ...stance, option: 'for' }, 's', taken).ok).toBe(true)
    expect(setOptionKey(draft, mixed, 'x', taken).ok).toBe(true)
    const gone = must(setOptionKey(draft, { ...stance, option: 'for' }, '', taken))
    expect(findPlace(gone.content, { ...stance, option: 'for' })).not.toHaveProperty('key')
  })

  test('a new layer gets a free one, a look of its own and an id from its name', () => {
    const added = must(addLayer(draft, 'Été & co.', taken)).content.layers.at(-1)!
    expect(added).toMatchObject({ id: 'ete-co', name: 'Été & co.', key: '3', initial: 'É' })
    const renamed = must(renameLayer(must(addLayer(draft, 'New layer', taken)), 'new-layer', 'City'))
    expect(renamed.content.layers.at(-1)).toMatchObject({ id: 'city', pluralName: 'Cities', initial: 'C' })
    expect(renamed.steps).toEqual([])
  })

  // Tag sets of other tools have dozens of labels, and a keyboard has fewer keys.
  test('where the keys run out, layers come without one and still look different', () => {
    let many = draft
    while (many.content.layers.length < 40)
      many = must(addLayer(many, `Label ${many.content.layers.length}`, taken))
    const added = many.content.layers.slice(draft.content.layers.length)
    const keys = added.flatMap(layer => layer.key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(added.at(-1)).not.toHaveProperty('key')
    expect(new Set(added.map(layer => `${layer.colour} ${layer.lineStyle}`)).size).toBe(added.length)
    const freed = must(setLayerKey(many, added[0]!.id, '', taken))
    const given = must(setLayerKey(freed, added.at(-1)!.id, added[0]!.key!, taken))
    expect(given.content.layers.at(-1)).toHaveProperty('key', added[0]!.key)
  })

  test('there is an end to layers', () => {
    let many = draft
    for (let i = many.content.layers.length; i < mostLayers; i += 1)
      many = must(addLayer(many, 'Label', taken))
    expect(reason(addLayer(many, 'Label', taken))).toContain('at most 200')
    expect(codebookContentSchema.shape.layers.safeParse(many.content.layers).success).toBe(true)
  })
})

describe('removing', () => {
  test('what no annotation uses goes', () => {
    expect(findPlace(must(remove(draft, mixed, [])).content, mixed)).toBeUndefined()
  })
  test('what is used is retired, gives its key up, and can come back', () => {
    const place = { ...stance, option: 'for' }
    const removed = must(remove(draft, place, [annotation({ stance: 'for' })]))
    expect(findPlace(removed.content, place)).toEqual({
      id: 'for',
      name: 'For',
      definition: 'Says yes.',
      retired: true
    })
    expect(findPlace(must(bringBack(removed, place)).content, place)).not.toHaveProperty('retired')
  })
  test('a layer and an attribute likewise', () => {
    const some = [annotation({ note: 'x' })]
    expect(findPlace(must(remove(draft, { layer: 'view' }, some)).content, { layer: 'view' })).toHaveProperty(
      'retired'
    )
    expect(findPlace(must(remove(draft, { layer: 'fact' }, some)).content, { layer: 'fact' })).toBeUndefined()
    const note = { layer: 'view', attribute: 'note' }
    expect(findPlace(must(remove(draft, note, some)).content, note)).toHaveProperty('retired')
  })
})

test('things move among their siblings and stop at the ends', () => {
  const ids = (by: number) =>
    must(move(draft, mixed, by)).content.layers[0]!.attributes[0]!.options!.map(option => option.id)
  expect(ids(-1)).toEqual(['for', 'mixed', 'against'])
  expect(ids(-9)).toEqual(['mixed', 'for', 'against'])
  expect(ids(1)).toEqual(['for', 'against', 'mixed'])
})

test('what is new takes its id from its name, unlike any other', () => {
  const added = must(addOption(must(addOption(draft, stance, 'Both ways')), stance, 'Both, ways'))
  expect(added.content.layers[0]!.attributes[0]!.options!.slice(3).map(row => row.id)).toEqual([
    'both-ways',
    'both-ways-2'
  ])
  const attribute = must(
    addAttribute(draft, 'view', 'Role in the story', 'scale', [])
  ).content.layers[0]!.attributes.at(-1)
  expect(attribute).toEqual({
    id: 'roleInTheStory',
    name: 'Role in the story',
    kind: 'scale',
    minimum: 1,
    maximum: 5
  })
  expect(codebook.layers[0]!.attributes).toHaveLength(6)
})
