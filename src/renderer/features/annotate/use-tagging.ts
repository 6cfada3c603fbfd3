import { useMemo, type RefObject } from 'react'
import { knownLocale } from '../../../core/anchoring/known-locale'
import { extentAtCaret, type SnapContext } from '../../../core/anchoring/snap-selection'
import { repeatedAttributes } from '../../../core/annotation/repeat'
import type { TextRange } from '../../../core/annotation/spans'
import type { Attributes } from '../../../core/project/entities'
import { offeredLayers, type Codebook, type Layer } from '../../../core/project/codebook'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'
import { useHandStore } from './hand-store'
import type { OpenArticle } from './use-open-article'

interface TaggingDependencies {
  editor: RefObject<ArticleEditorHandle | null>
  open: OpenArticle
  codebook: Codebook
  actions: AnnotateActions
  announce(message: string): void
}

export type Tagging = ReturnType<typeof createTagging>

/** The same for as long as what it depends on is. */
export function useTagging(deps: TaggingDependencies): Tagging {
  const { editor, open, codebook, actions, announce } = deps
  return useMemo(
    () => createTagging({ editor, open, codebook, actions, announce }),
    [editor, open, codebook, actions, announce]
  )
}

/** From a selection to an annotation: once, again and by itself. */
function createTagging(deps: TaggingDependencies) {
  const { editor, open, codebook, actions, announce } = deps
  const hand = useHandStore.getState
  const layers = offeredLayers(codebook)
  const layerOf = (id: string | undefined) => layers.find(layer => layer.id === id)

  const context = (): SnapContext => ({
    text: open.revision.text,
    blocks: open.revision.blocks,
    locale: knownLocale(open.article.language)
  })

  /** The selection, or where snapping says so the sentence or quotation at the caret. */
  function chosenRange(): TextRange | null {
    // A selection made this instant counts, so the keys do not wait for the toolbar to appear.
    const selected = editor.current?.selection() ?? null
    if (selected !== null)
      return hand().snapping === 'off' ? selected : withoutEdges(open.revision.text, selected)
    const caret = editor.current?.caret() ?? null
    return caret === null ? null : extentAtCaret(context(), caret, hand().snapping)
  }

  let isOnItsWay = false

  /**
   * Tags a passage; the caret stays at its end, where the keyboard goes on. The selection goes when the annotation
   * comes: both in one painting, and it is still there when saving fails.
   */
  function tagOver(layer: Layer, range: TextRange, attributes: Attributes = {}): void {
    // The key that was held too long tags once.
    if (isOnItsWay) return
    isOnItsWay = true
    if (hand().stickyLayerId !== null) hand().setSticky(layer.id)
    const release = () => {
      const selected = editor.current?.selection() ?? null
      // While a slow disk saved, another passage may have been selected.
      if (selected !== null && selected.startUtf16 !== range.startUtf16) return
      editor.current?.select({ startUtf16: range.endUtf16, endUtf16: range.endUtf16 })
      useAnnotateStore.getState().setSelection(null)
    }
    void actions.tag(layer, range, attributes, release).finally(() => (isOnItsWay = false))
  }

  return {
    layers,
    context,
    tagOver,

    /** A layer's key: tags what is chosen; while tags are sticky and nothing is, the layer becomes the sticky one. */
    tagWith(layer: Layer): void {
      const range = chosenRange()
      if (range !== null) return tagOver(layer, range)
      if (hand().stickyLayerId === null) return announce('Select a passage first')
      hand().setSticky(layer.id)
      announce(`Sticky tag: ${layer.name}`)
    },

    toggleSticky(): void {
      if (hand().stickyLayerId !== null) {
        hand().setSticky(null)
        return announce('Sticky tag off')
      }
      const layer = layerOf(hand().lastTag?.layerId) ?? layers[0]
      if (layer === undefined) return
      hand().setSticky(layer.id)
      announce(`Sticky tag: ${layer.name}`)
    },

    /** The layer that new selections get by themselves. */
    stickyLayer: (): Layer | undefined => layerOf(hand().stickyLayerId ?? undefined),

    repeat(): void {
      const last = hand().lastTag
      const layer = layerOf(last?.layerId)
      if (last === null || layer === undefined) return announce('Nothing has been tagged yet')
      const range = chosenRange()
      if (range === null) return announce('Select a passage first')
      tagOver(layer, range, repeatedAttributes(layer, last.attributes))
    }
  }
}

/** Keys select the space after a word with it; nobody means to tag it. */
function withoutEdges(text: string, { startUtf16, endUtf16 }: TextRange): TextRange | null {
  const words = text.slice(startUtf16, endUtf16)
  const start = startUtf16 + (words.length - words.trimStart().length)
  const end = start + words.trim().length
  return start < end ? { startUtf16: start, endUtf16: end } : null
}
