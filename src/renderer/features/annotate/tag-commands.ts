import { layerSlots, tagCommandId } from '../../../contract/commands'
import { layerKeys } from '../../commands/codebook-keys'
import type { CommandHandlers } from '../../commands/command-registry'
import type { KeyBindings } from '../../commands/key-bindings'
import type { Codebook } from '../../../core/project/codebook'
import type { Tagging } from './use-tagging'

interface TagState {
  hasSelection: boolean
  isSticky: boolean
  hasLastTag: boolean
}

/** One command for each layer that the codebook offers, with its key, and those that tag without asking which. */
export function tagHandlers(
  tagging: Tagging,
  codebook: Codebook,
  bindings: KeyBindings,
  { hasSelection, isSticky, hasLastTag }: TagState
): CommandHandlers {
  const keys = layerKeys(codebook, chord => bindings.commandFor(chord, 'text') !== undefined)
  const handlers: CommandHandlers = {
    'annotate.sticky': { run: tagging.toggleSticky, checked: isSticky, enabled: tagging.layers.length > 0 },
    'annotate.repeat': { run: tagging.repeat, offered: hasSelection && hasLastTag }
  }
  layerSlots.forEach((slot, i) => {
    const layer = tagging.layers[i]
    if (layer === undefined) return
    const key = keys.get(layer.id)
    handlers[tagCommandId(slot)] = {
      label: `Tag selection as ${layer.name.toLowerCase()}`,
      keys: key === undefined ? [] : [key],
      offered: hasSelection,
      run: () => tagging.tagWith(layer)
    }
  })
  return handlers
}
