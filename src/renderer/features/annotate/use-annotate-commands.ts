import { useMemo, type RefObject } from 'react'
import { contentRole } from '../../../core/annotation/parts'
import { offeredLayers, type Codebook } from '../../../core/project/codebook'
import type { AnnotationId } from '../../../core/project/ids'
import type { CommandHandler, CommandHandlers } from '../../commands/command-registry'
import { useCommands } from '../../commands/use-commands'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'
import type { OpenArticle } from './use-open-article'

interface AnnotateCommandDependencies {
  editor: RefObject<ArticleEditorHandle | null>
  open: OpenArticle
  codebook: Codebook
  actions: AnnotateActions
  goTo(id: AnnotationId): void
  announce(message: string): void
}

/** Offers the commands of the Annotate view to the menu, the palette and the keys. */
export function useAnnotateCommands(deps: AnnotateCommandDependencies) {
  const { editor, open, codebook, actions, goTo, announce } = deps
  const hasFocus = useAnnotateStore(state => state.focusedId !== null)
  const hasSelection = useAnnotateStore(state => state.selection !== null)
  const handlers = useMemo<CommandHandlers>(() => {
    const store = useAnnotateStore.getState
    const onFocused = (run: (id: AnnotationId) => void, enabled = hasFocus): CommandHandler => ({
      enabled,
      run: () => {
        const id = store().focusedId
        if (id !== null) run(id)
      }
    })
    const tag = (position: number): CommandHandler => {
      const layer = offeredLayers(codebook)[position]
      if (layer === undefined) return { enabled: false, run: () => undefined }
      return {
        label: `Tag selection as ${layer.name.toLowerCase()}`,
        // A selection made this instant counts, so the keys do not wait for the toolbar to appear.
        run: () => {
          const range = editor.current?.selection()
          if (range === null || range === undefined) return announce('Select a passage first')
          actions.tag(layer, range)
          editor.current?.clearSelection()
          store().setSelection(null)
        }
      }
    }
    const mark = (role: string): CommandHandler =>
      onFocused(id => {
        const range = editor.current?.selection()
        if (range === null || range === undefined) return announce('Select a passage first')
        actions.addSpan(id, role, range)
        // The caret stays at the new part, which the keys for boundaries then act on.
        editor.current?.select({ startUtf16: range.endUtf16, endUtf16: range.endUtf16 })
        store().setSelection(null)
      })
    const moveEdge = (edge: 'start' | 'end', direction: 'forward' | 'backward'): CommandHandler =>
      onFocused(id => actions.moveEdge(id, edge, direction, editor.current?.caret() ?? null))
    const walk = (direction: 1 | -1): CommandHandler => ({
      run: () => {
        const from = store().focusedId ?? editor.current?.caret() ?? (direction === 1 ? -1 : Infinity)
        const found = direction === 1 ? open.index.next(from) : open.index.previous(from)
        if (found !== undefined) goTo(found.id)
      }
    })
    const walkParagraph = (direction: 1 | -1): CommandHandler => ({
      run: () => {
        const handle = editor.current
        if (handle === null) return
        const at = handle.caret()
        const from =
          at === null ? handle.visibleBlocks().first - (direction === 1 ? 1 : 0) : open.index.blockAt(at)
        const block = open.revision.blocks[from + direction]
        if (block === undefined) return
        const caret = { startUtf16: block.startUtf16, endUtf16: block.startUtf16 }
        handle.select(caret)
        handle.scrollTo(caret)
      }
    })
    return {
      'annotate.tag-1': tag(0),
      'annotate.tag-2': tag(1),
      'annotate.tag-3': tag(2),
      'annotate.next': walk(1),
      'annotate.previous': walk(-1),
      'annotate.next-paragraph': walkParagraph(1),
      'annotate.previous-paragraph': walkParagraph(-1),
      'annotate.inspect': onFocused(() => store().requestField('first')),
      'annotate.memo': onFocused(() => store().requestField('memo')),
      'annotate.add-span': mark(contentRole),
      'annotate.mark-source': mark('source'),
      'annotate.mark-cue': mark('cue'),
      'annotate.mark-trigger': mark('trigger'),
      'annotate.mark-date': mark('date'),
      'annotate.mark-party': mark('party'),
      'annotate.set-boundaries': onFocused(id => {
        const range = editor.current?.selection()
        if (range === null || range === undefined) return announce('Select the new extent first')
        actions.setBoundaries(id, range)
        editor.current?.clearSelection()
        store().setSelection(null)
      }, hasFocus && hasSelection),
      'annotate.end-later': moveEdge('end', 'forward'),
      'annotate.end-earlier': moveEdge('end', 'backward'),
      'annotate.start-later': moveEdge('start', 'forward'),
      'annotate.start-earlier': moveEdge('start', 'backward'),
      'annotate.delete': onFocused(id => actions.remove(id)),
      'annotate.unfocus': {
        run: () => {
          if (store().selection !== null) editor.current?.clearSelection()
          else store().focus(null)
          store().setSelection(null)
        }
      }
    }
  }, [editor, open, codebook, actions, goTo, announce, hasFocus, hasSelection])
  return useCommands(handlers)
}
