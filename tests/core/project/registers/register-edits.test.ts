import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../../src/core/history/change-set'
import type { Actor, Case } from '../../../../src/core/project/entities'
import {
  addAlias,
  removeAlias,
  renameActor,
  setActorColour
} from '../../../../src/core/project/registers/actor-edits'
import {
  addCharge,
  editCharge,
  moveCharge,
  removeCharge
} from '../../../../src/core/project/registers/charge-edits'
import { newActor, newCase, newCharge } from '../../../../src/core/project/registers/new-entries'

const actor: Actor = { ...newActor('a', 'p' as never, 'M. Lacey'), aliases: ['Lacey'], colour: '#1f5fb8' }
const after = (edit: Edit | null) => edit?.changes[0]?.after ?? null

describe('an actor', () => {
  test.each<[string, Edit | null, Partial<Actor> | null]>([
    ['keeps its old name', renameActor(actor, 'Michael Lacey', true), { aliases: ['Lacey', 'M. Lacey'] }],
    ['drops its old name', renameActor(actor, 'Michael Lacey', false), { aliases: ['Lacey'] }],
    ['is no alias of itself', renameActor(actor, 'Lacey', true), { name: 'Lacey', aliases: ['M. Lacey'] }],
    ['gets an alias', addAlias(actor, '  the  founder '), { aliases: ['Lacey', 'the founder'] }],
    ['has an alias once', addAlias(actor, 'Lacey'), null],
    ['needs no alias for its name', addAlias(actor, 'M. Lacey'), null],
    ['takes no empty alias', addAlias(actor, ' '), null],
    ['loses an alias', removeAlias(actor, 'Lacey'), { aliases: [] }],
    ['gets a colour', setActorColour(actor, '#000000'), { colour: '#000000' }]
  ])('%s', (_what, edit, expected) => {
    if (expected === null) expect(edit).toBeNull()
    else expect(after(edit)).toMatchObject(expected)
  })

  test('has no colour at all when it has none', () => {
    expect(after(setActorColour(actor, undefined))).not.toHaveProperty('colour')
  })
})

describe('the charges of a case', () => {
  const charges = ['1', '2', '3'].map(statute => ({ ...newCharge(), statute }))
  const trial: Case = { ...newCase('c', 'p' as never, 'Trial'), charges }
  const statutes = (edit: Edit | null) =>
    (after(edit) as Case | null)?.charges.map(each => each.statute) ?? null

  test.each<[string, Edit | null, string[] | null]>([
    ['are added at the end', addCharge(trial, { ...newCharge(), statute: '4' }), ['1', '2', '3', '4']],
    ['are edited in place', editCharge(trial, 1, { statute: 'two' }), ['1', 'two', '3']],
    ['are removed', removeCharge(trial, 0), ['2', '3']],
    ['move up', moveCharge(trial, 2, -1), ['1', '3', '2']],
    ['move down', moveCharge(trial, 0, 2), ['2', '3', '1']],
    ['do not leave the list upwards', moveCharge(trial, 0, -1), null],
    ['do not leave the list downwards', moveCharge(trial, 2, 1), null],
    ['are not where there are none', editCharge(trial, 3, {}), null],
    ['cannot be removed twice', removeCharge(trial, 3), null]
  ])('%s', (_what, edit, expected) => {
    expect(statutes(edit)).toEqual(expected)
  })
})
