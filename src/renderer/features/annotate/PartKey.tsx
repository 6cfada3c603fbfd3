import { useContext } from 'react'
import { CommandContext } from '../../commands/use-commands'
import { partKeyCaps } from './part-keys'

/** The key that marks a selection as a part, as a cap; nothing for a role without one. */
export function PartKey({ role }: { role: string }) {
  const caps = partKeyCaps(role, useContext(CommandContext))
  return caps === '' ? null : <kbd aria-hidden="true">{caps}</kbd>
}
