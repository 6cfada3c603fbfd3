import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, emptyRowState, type RowState } from '../../../src/core/history/apply'
import type { RowChange } from '../../../src/core/history/change-set'
import { invert } from '../../../src/core/history/invert'
import {
  emptyUndoStack,
  pushHead,
  undoStack,
  type Head,
  type UndoStack
} from '../../../src/core/history/undo-stack'
import { actor } from './arbitrary-changes'

/** `e1` an edit, `u1` and `r1` the undo and redo of it, `b` a baseline. */
function head(word: string): Head {
  const kind = ({ e: 'edit', u: 'undo', r: 'redo', b: 'baseline' } as const)[word[0] as 'e' | 'u' | 'r' | 'b']
  const operation = kind === 'undo' || kind === 'redo' ? { kind, of: `e${word.slice(1)}` } : { kind }
  return { id: word, label: `Edit ${word.slice(1)}`, operation } as Head
}

const ids = (heads: readonly Head[]) => heads.map(each => each.id).join(' ')

describe('undoStack', () => {
  test.each([
    ['', '', ''],
    ['e1 e2', 'e1 e2', ''],
    ['e1 e2 u2', 'e1', 'e2'],
    ['e1 e2 u2 u1', '', 'e2 e1'],
    ['e1 e2 u2 u1 r1', 'e1', 'e2'],
    ['e1 e2 u2 u1 r1 r2', 'e1 e2', ''],
    // A new edit after an undo closes the way forward.
    ['e1 e2 u2 e3', 'e1 e3', ''],
    ['e1 b', '', ''],
    ['e1 u1 b', '', ''],
    ['b e1', 'e1', ''],
    // Histories whose beginning is not loaded.
    ['u2 e3', 'e3', ''],
    ['u2 u1', '', 'e2 e1'],
    ['r2 e3', 'e2 e3', '']
  ])('%s leaves undo [%s] and redo [%s]', (words, undo, redo) => {
    const heads = words === '' ? [] : words.split(' ').map(head)
    const stack = undoStack(heads)
    expect([ids(stack.undo), ids(stack.redo)]).toEqual([undo, redo])
  })

  test('an edit keeps its label through undo and redo, also when it was made before what is loaded', () => {
    expect(undoStack([head('u7')]).redo.at(-1)?.label).toBe('Edit 7')
    expect(undoStack([head('r7')]).undo.at(-1)?.label).toBe('Edit 7')
  })
})

/** A workspace in miniature: edits of one row, undo and redo by the stacks alone. */
class Model {
  state: RowState = emptyRowState()
  stack: UndoStack = emptyUndoStack
  heads: Head[] = []
  changes = new Map<string, RowChange[]>()

  edit(name: string) {
    const id = `e${this.heads.length}`
    const before = this.state.actors.get('a') ?? null
    const changes: RowChange[] = [{ table: 'actors', id: 'a', before, after: actor('a', name) }]
    this.changes.set(id, changes)
    this.#commit({ id, label: name, operation: { kind: 'edit' } } as Head, changes)
  }

  step(kind: 'undo' | 'redo') {
    const top = this.stack[kind].at(-1)
    if (top === undefined) return false
    const made = this.changes.get(top.id) ?? []
    const operation = { kind, of: top.id }
    this.#commit(
      { id: `${kind}${this.heads.length}`, label: top.label, operation } as Head,
      kind === 'undo' ? invert(made) : made
    )
    return true
  }

  #commit(made: Head, changes: RowChange[]) {
    const next = applyChanges(this.state, changes)
    if (!next.ok) throw new Error(next.error.message)
    this.state = next.value
    this.heads.push(made)
    this.stack = pushHead(this.stack, made)
  }
}

const steps = fc.array(fc.constantFrom('edit', 'edit', 'undo', 'redo'), { maxLength: 40 })

function run(model: Model, words: readonly string[]) {
  words.forEach((word, index) => {
    if (word === 'undo' || word === 'redo') model.step(word)
    else model.edit(`name ${index}`)
  })
}

describe('undo and redo', () => {
  test('any number of undos and as many redos lead back to the same state', () => {
    fc.assert(
      fc.property(steps, fc.nat(50), (words, wanted) => {
        const model = new Model()
        run(model, words)
        const reached = model.state
        let undone = 0
        while (undone < wanted && model.step('undo')) undone += 1
        for (let n = 0; n < undone; n += 1) expect(model.step('redo')).toBe(true)
        expect(model.state).toEqual(reached)
      })
    )
  })

  test('undoing everything leads back to the beginning, and no step is ever stale', () => {
    fc.assert(
      fc.property(steps, words => {
        const model = new Model()
        run(model, words)
        while (model.step('undo'));
        expect(model.state.actors.size).toBe(0)
      })
    )
  })

  test('the stacks grown step by step are those derived from the history', () => {
    fc.assert(
      fc.property(steps, words => {
        const model = new Model()
        run(model, words)
        const derived = undoStack(model.heads)
        expect([ids(model.stack.undo), ids(model.stack.redo)]).toEqual([ids(derived.undo), ids(derived.redo)])
      })
    )
  })

  test('what a history without its beginning offers is the top of what the whole one offers', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), (words, cut) => {
        const model = new Model()
        run(model, words)
        const part = undoStack(model.heads.slice(cut))
        expect(ids(model.stack.undo).endsWith(ids(part.undo))).toBe(true)
        expect(ids(model.stack.redo).endsWith(ids(part.redo))).toBe(true)
      })
    )
  })
})
