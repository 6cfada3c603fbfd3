import { describe, expect, test } from 'vitest'
import { changedPassages, changedWords } from '../../../src/core/anchoring/changed-passages'
import { diffText } from '../../../src/core/anchoring/diff-text'

const filler = 'Words that stay as they are and fill the room between two places. '.repeat(3)
const before = `The first word. ${filler}The middle one. ${filler}The last one.`

function passages(after: string) {
  return changedPassages(diffText(before, after), 20).map(({ parts }) =>
    parts
      .map(({ kind, text }) => (kind === 'equal' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
      .join('')
  )
}

describe('changedPassages', () => {
  test.each([
    ['nothing', before, []],
    ['a change at the start', before.replace('first', '1st'), ['The [-first][+1st] word. Words that']],
    [
      'two far apart',
      before.replace('first', '1st').replace('last', 'final'),
      ['The [-first][+1st] word. Words that', 'two places. The [-last][+final] one.']
    ],
    [
      'two near to each other are read together',
      before.replace('first word', '1st ward'),
      ['The [-first word][+1st ward]. Words that stay']
    ]
  ])('%s', (_, after, expected) => {
    expect(passages(after)).toEqual(expected)
  })

  test('says where a change lies in both texts', () => {
    const after = before.replace('middle', 'centre')
    const [passage] = changedPassages(diffText(before, after))
    expect(before.slice(passage!.startBefore).startsWith('middle')).toBe(true)
    expect(after.slice(passage!.startAfter, passage!.endAfter)).toBe('centre')
  })

  test('counts words', () => {
    expect(changedWords(diffText('one two three', 'one 2 three four five'))).toEqual({ removed: 1, added: 3 })
  })
})
