// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'

beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
})

async function started() {
  const { useTable } = await import('../../../../src/renderer/features/table/table-store')
  return useTable
}

describe('the table comes back as it was left', () => {
  test('columns, their widths, groups and order', async () => {
    const before = await started()
    before
      .getState()
      .set({ columns: ['quote'], grouping: 'actor', sorting: { column: 'quote', isDescending: true } })
    before.getState().setWidth('quote', 420)
    vi.resetModules()
    const { columns, widths, grouping, sorting } = (await started()).getState()
    expect({ columns, widths, grouping, sorting }).toEqual({
      columns: ['quote'],
      widths: { quote: 420 },
      grouping: 'actor',
      sorting: { column: 'quote', isDescending: true }
    })
  })

  test.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['other shapes', '{"grouping":"colour","sorting":3,"columns":"all","widths":{"quote":"wide"},"scope":7}']
  ])('%s is forgotten', async (_, stored) => {
    localStorage.setItem('counterpoint.table', stored)
    const { columns, widths, grouping, sorting, scope } = (await started()).getState()
    expect({ columns, widths, grouping, sorting, scope }).toEqual({
      columns: null,
      widths: {},
      grouping: 'none',
      sorting: null,
      scope: 'article'
    })
  })
})
