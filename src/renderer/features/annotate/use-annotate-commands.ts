import { useContext, useMemo, type RefObject } from 'react'
import { quotationPieces, quotationsIn } from '../../../core/anchoring/quotations'
import { contentRole } from '../../../core/annotation/parts'
import { extent } from '../../../core/annotation/spans'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import type { AnnotationId } from '../../../core/project/ids'
import type { CommandHandler, CommandHandlers } from '../../commands/command-registry'
import { CommandContext, useCommands } from '../../commands/use-commands'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import type { AnnotateActions } from './annotate-actions'
import { useAnnotateStore } from './annotate-store'
import { useHandStore } from './hand-store'
import { selectHandlers } from './select-commands'
import { tagHandlers } from './tag-commands'
import type { Tagging } from './use-tagging'
import { useRelate } from './relate-store'
import type { OpenArticle } from './use-open-article'

interface AnnotateCommandDependencies {
  editor: RefObject<ArticleEditorHandle | null>
  open: OpenArticle
  codebook: Codebook
  actions: AnnotateActions
  tagging: Tagging
  goTo(id: AnnotationId): void
  announce(message: string): void
}

/** Offers the commands of the Annotate view to the menu, the palette and the keys. */
export function useAnnotateCommands(deps: AnnotateCommandDependencies) {
  const { editor, open, codebook, actions, tagging, goTo, announce } = deps
  const { bindings } = useContext(CommandContext)
  const snapping = useHandStore(state => state.snapping)
  const isSticky = useHandStore(state => state.stickyLayerId !== null)
  const hasLastTag = useHandStore(state => state.lastTag !== null)
  const focusedLayerId = useAnnotateStore(({ focusedId }) =>
    focusedId === null ? undefined : open.index.get(focusedId)?.layer
  )
  const hasFocus = useAnnotateStore(state => state.focusedId !== null)
  const hasSelection = useAnnotateStore(state => state.selection !== null)
  const handlers = useMemo<CommandHandlers>(() => {
    const store = useAnnotateStore.getState
    // A key pressed right after the one that focuses finds the focus in the store before it is rendered.
    const onFocused = (run: (id: AnnotationId) => void, offered = hasFocus): CommandHandler => ({
      offered,
      run: () => {
        const id = store().focusedId
        if (id !== null) run(id)
      }
    })
    const roles = (focusedLayerId && findLayer(codebook, focusedLayerId)?.spanRoles) || []
    const mark = (role: string): CommandHandler => ({
      ...onFocused(id => {
        const range = editor.current?.selection()
        if (range === null || range === undefined) return announce('Select a passage first')
        actions.addSpan(id, role, range)
        // The caret stays at the new part, which the keys for boundaries then act on.
        editor.current?.select({ startUtf16: range.endUtf16, endUtf16: range.endUtf16 })
        store().setSelection(null)
      }),
      offered: hasSelection && roles.includes(role)
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
    const walkLayer = (direction: 1 | -1): CommandHandler => ({
      run: () => {
        const { focusedId } = store()
        const layerId =
          (focusedId === null ? undefined : open.index.get(focusedId)?.layer) ??
          useHandStore.getState().lastTag?.layerId
        const caret = editor.current?.caret() ?? (direction === 1 ? -1 : Infinity)
        const step = (from: AnnotationId | number) =>
          direction === 1 ? open.index.next(from) : open.index.previous(from)
        let found = step(focusedId ?? caret)
        while (found !== undefined && layerId !== undefined && found.layer !== layerId) found = step(found.id)
        if (found !== undefined) return goTo(found.id)
        const name = layerId === undefined ? undefined : findLayer(codebook, layerId)?.name.toLowerCase()
        announce(`No ${direction === 1 ? 'next' : 'previous'} ${name ?? 'annotation'}`)
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
      ...tagHandlers(tagging, codebook, bindings, { hasSelection, isSticky, hasLastTag }),
      ...selectHandlers({ editor, context: tagging.context, announce }, snapping),
      'annotate.duplicate': onFocused(id => actions.duplicate(id)),
      'annotate.next': walk(1),
      'annotate.previous': walk(-1),
      'annotate.next-same': walkLayer(1),
      'annotate.previous-same': walkLayer(-1),
      'annotate.next-paragraph': walkParagraph(1),
      'annotate.previous-paragraph': walkParagraph(-1),
      'annotate.inspect': {
        offered: hasFocus,
        run: () => {
          const layer = tagging.stickyLayer()
          const range = layer === undefined ? null : (editor.current?.selection() ?? null)
          if (layer !== undefined && range !== null) tagging.tagOver(layer, range)
          else if (store().focusedId !== null) store().requestField('first')
        }
      },
      'annotate.relate': onFocused(id => useRelate.getState().start(id)),
      'annotate.memo': onFocused(() => store().requestField('memo')),
      'annotate.add-span': mark(contentRole),
      'annotate.actor': {
        ...onFocused(id => {
          const range = editor.current?.selection()
          if (range === null || range === undefined)
            return announce('Select the words that name the actor first')
          actions.nameActor(id, range)
          editor.current?.select({ startUtf16: range.endUtf16, endUtf16: range.endUtf16 })
          store().setSelection(null)
        }),
        offered: hasFocus && hasSelection
      },
      'annotate.add-rest': onFocused(id => {
        const annotation = open.index.get(id)
        if (annotation === undefined) return
        const { text, blocks } = open.revision
        const { startUtf16 } = extent(annotation)
        const quotations = quotationsIn(text, blocks, open.index.blockAt(startUtf16))
        const piece = quotations.find(one => one.startUtf16 <= startUtf16 && one.endUtf16 > startUtf16)
        const pieces = piece === undefined ? [] : quotationPieces(text, quotations, piece)
        if (pieces.length < 2) return announce('This quotation is not interrupted')
        actions.addPassages(id, pieces)
      }),
      'annotate.mark-other': {
        ...onFocused(() => {
          const range = editor.current?.selection()
          if (range === null || range === undefined) return announce('Select a passage first')
          const [rect] = editor.current?.rectsOf(range) ?? []
          store().setRolePicker({ range, at: { x: rect?.left ?? 0, y: rect?.bottom ?? 0 } })
        }),
        offered: hasFocus && hasSelection && roles.length > 1
      },
      'annotate.mark-source': mark('source'),
      'annotate.mark-cue': mark('cue'),
      'annotate.mark-trigger': mark('trigger'),
      'annotate.mark-date': mark('date'),
      'annotate.mark-party': mark('party'),
      'annotate.confirm-placement': onFocused(id => actions.confirmPlacement(id)),
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
          if ((editor.current?.selection() ?? null) !== null) editor.current?.clearSelection()
          else if (useHandStore.getState().stickyLayerId !== null) tagging.toggleSticky()
          else store().focus(null)
          store().setSelection(null)
        }
      }
    }
  }, [
    editor,
    open,
    codebook,
    actions,
    tagging,
    bindings,
    goTo,
    announce,
    hasFocus,
    hasSelection,
    focusedLayerId,
    snapping,
    isSticky,
    hasLastTag
  ])
  return useCommands(handlers)
}
