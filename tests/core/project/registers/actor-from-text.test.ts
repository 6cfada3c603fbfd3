import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../../src/core/project/entities'
import { actorFromText } from '../../../../src/core/project/registers/actor-from-text'
import { newActor } from '../../../../src/core/project/registers/new-entries'

const actors: Actor[] = [
  { ...newActor('lacey', 'p' as never, 'Michael Lacey'), aliases: ['the founder', 'Müller'] },
  newActor('us', 'p' as never, 'United States')
]

describe('the actor that a passage names', () => {
  test.each([
    ['  Joan\n Ferris ', 'Joan Ferris'],
    ['“Joan Ferris,”', 'Joan Ferris'],
    ['Joan Ferris’s', 'Joan Ferris'],
    ["the owners'", 'the owners'],
    ['Ms. Joan Ferris.', 'Joan Ferris'],
    ['Sen. Harris', 'Harris'],
    ['Acme Inc.', 'Acme Inc.'],
    ['(Ferris)', 'Ferris'],
    ['Al Moss Jr.', 'Al Moss Jr.'],
    ['Ann P.', 'Ann P.'],
    ['Judge', 'Judge'],
    ['Dr', 'Dr']
  ])('%s: a new one called %s', (text, name) => {
    expect(actorFromText(text, actors)).toEqual({ name })
  })
  test.each([
    ['michael lacey', 'lacey'],
    ['Mr. Michael Lacey’s', 'lacey'],
    ['The Founder', 'lacey'],
    ['Muller', 'lacey'],
    ['“United States,”', 'us']
  ])('%s: one there is, by name or alias', (text, id) => {
    expect(actorFromText(text, actors)).toEqual({ known: actors.find(actor => actor.id === id) })
  })
  test.each(['', ' “” ', '…', 'x'.repeat(501)])('%j names nobody', text => {
    expect(actorFromText(text, actors)).toBeNull()
  })
})
