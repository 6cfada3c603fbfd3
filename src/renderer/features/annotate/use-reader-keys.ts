import { useCallback, type KeyboardEvent } from 'react'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import { codebookChord, isOffered } from '../../commands/codebook-keys'
import type { CommandRegistry } from '../../commands/command-registry'
import { chordOf } from '../../commands/keymap'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'
import type { OpenArticle } from './use-open-article'

/**
 * Single keys in the article text and the annotation list: first the commands, then the codebook's own keys for the
 * focused annotation (an option is set or taken back, an attribute's control is asked for).
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
      const command = registry.commandForKey(event)
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
  const isKey = (key: string | undefined) => key !== undefined && codebookChord(key) === chord
  for (const attribute of layer.attributes.filter(isOffered)) {
    const option = attribute.options?.find(candidate => isOffered(candidate) && isKey(candidate.key))
    if (option !== undefined && attribute.kind === 'choice') {
      actions.setAttribute(annotation.id, attribute, option.id)
      return true
    }
    if (option !== undefined && attribute.kind === 'multi-choice') {
      actions.toggleOption(annotation.id, attribute, option.id)
      return true
    }
    if (isKey(attribute.key)) {
      requestField(attribute.id)
      return true
    }
  }
  return false
}
