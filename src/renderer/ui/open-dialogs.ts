import { create } from 'zustand'

/** How many modal dialogs are open, one over another. */
export const useOpenDialogs = create<{ count: number }>()(() => ({ count: 0 }))

/** Counts a dialog as open; the answer counts it as closed. */
export function countOpenDialog(): () => void {
  const add = (by: number) => useOpenDialogs.setState(({ count }) => ({ count: count + by }))
  add(1)
  return () => add(-1)
}
