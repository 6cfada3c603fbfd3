import { useCallback, type KeyboardEvent } from 'react'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import { commandForKey, chordOf } from '../../commands/keymap'
import type { CommandRegistry } from '../../commands/command-registry'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'
import type { OpenArticle } from './use-open-article'

/**
 * Single keys in the article text and the annotation list: first the command table, then the codebook's
 * own keys for the focused annotation (an option is set, an attribute's control is asked for).
 */
export function useReaderKeys(
  registry: CommandRegistry,
  actions: AnnotateActions,
  open: OpenArticle,
  codebook: Codebook,
  areSingleKeysOn: boolean
): (event: KeyboardEvent) => void {
  return useCallback(
    event => {
      if (event.defaultPrevented) return
      const chord = chordOf(event)
      if (chord === undefined || (!areSingleKeysOn && isCharacterKey(chord))) return
      const command = commandForKey(event)
      const isDone =
        command === undefined ? runCodebookKey(chord, actions, open, codebook) : registry.run(command)
      if (isDone) event.preventDefault()
    },
    [registry, actions, open, codebook, areSingleKeysOn]
  )
}

/** Keys that typing or dictating could press by accident: a character, by itself or with Shift. */
function isCharacterKey(chord: string): boolean {
  return [...chord.replace(/^Shift\+/u, '')].length === 1
}

function runCodebookKey(
  chord: string,
  actions: AnnotateActions,
  open: OpenArticle,
  codebook: Codebook
): boolean {
  const { focusedId, requestField } = useAnnotateStore.getState()
  const annotation = focusedId === null ? undefined : open.index.get(focusedId)
  const layer = annotation === undefined ? undefined : findLayer(codebook, annotation.layer)
  if (annotation === undefined || layer === undefined) return false
  for (const attribute of layer.attributes) {
    const option = attribute.options?.find(candidate => candidate.key === chord)
    if (option !== undefined && attribute.kind === 'choice') {
      actions.setAttribute(annotation.id, attribute, option.id)
      return true
    }
    if (attribute.key === chord) {
      requestField(attribute.id)
      return true
    }
  }
  return false
}
