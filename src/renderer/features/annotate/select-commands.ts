import type { RefObject } from 'react'
import {
  growByParagraph,
  growByQuotation,
  growBySentence,
  snapModes,
  type SnapContext,
  type SnapMode
} from '../../../core/anchoring/snap-selection'
import { countWords } from '../../../core/anchoring/words'
import type { TextRange } from '../../../core/annotation/spans'
import type { CommandHandler, CommandHandlers } from '../../commands/command-registry'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useHandStore } from './hand-store'

interface SelectDependencies {
  editor: RefObject<ArticleEditorHandle | null>
  context(): SnapContext
  announce(message: string): void
}

/** What each way of snapping is called, in the toolbar and when it is chosen. */
export const snapNames: Readonly<Record<SnapMode, string>> = {
  off: 'Snap: off',
  word: 'Snap: words',
  sentence: 'Snap: sentences',
  quotation: 'Snap: quotations'
}

/** Commands that select around the caret, and those that say what selections snap to. */
export function selectHandlers(deps: SelectDependencies, snapping: SnapMode): CommandHandlers {
  const { editor, context, announce } = deps
  const grow = (
    name: string,
    by: (context: SnapContext, range: TextRange) => TextRange | null
  ): CommandHandler => ({
    run: () => {
      const handle = editor.current
      const caret = handle?.caret() ?? null
      const from = handle?.selection() ?? (caret === null ? null : { startUtf16: caret, endUtf16: caret })
      if (handle === null || from === null) return announce('Put the caret in the text first')
      const range = by(context(), from)
      if (range === null) return announce(`No ${name} around the caret`)
      handle.focus()
      handle.select(range)
      handle.scrollTo({ startUtf16: range.endUtf16 - 1, endUtf16: range.endUtf16 })
      announce(`${sentenceCase(name)} selected, ${wordsIn(context().text, range)}`)
    }
  })
  const snap = (mode: SnapMode) => {
    useHandStore.getState().setSnapping(mode)
    announce(snapNames[mode])
  }
  const snapTo = (mode: SnapMode): CommandHandler => ({ checked: snapping === mode, run: () => snap(mode) })
  return {
    'select.sentence': grow('sentence', growBySentence),
    'select.quotation': grow('quotation', growByQuotation),
    'select.paragraph': grow('paragraph', growByParagraph),
    'select.snap-next': {
      run: () => snap(snapModes[(snapModes.indexOf(snapping) + 1) % snapModes.length] ?? 'word')
    },
    'select.snap-off': snapTo('off'),
    'select.snap-word': snapTo('word'),
    'select.snap-sentence': snapTo('sentence'),
    'select.snap-quotation': snapTo('quotation')
  }
}

function sentenceCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function wordsIn(text: string, { startUtf16, endUtf16 }: TextRange): string {
  const count = countWords(text.slice(startUtf16, endUtf16))
  return count === 1 ? '1 word' : `${count} words`
}
