import { useCallback, useMemo, useState, type RefObject } from 'react'
import { conditionsOf, noFilter, type AnnotationFilter } from '../../../core/annotation/filter'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import type { CommandHandlers } from '../../commands/command-registry'
import { useCommands, useOverridingCommands } from '../../commands/use-commands'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useAnnotateStore } from './annotate-store'
import { useMatching, type Matching } from './use-matching'
import type { OpenArticle } from './use-open-article'
import type { ProjectRegisters } from './use-registers'

export interface Filtering extends Matching {
  filter: AnnotationFilter
  conditionCount: number
  /** Whether the bar is open; the filter holds also while it is not. */
  isShown: boolean
  /** J and K pass over what does not match. */
  isWalkingMatches: boolean
  setFilter(filter: AnnotationFilter): void
  walkMatches(on: boolean): void
  hide(): void
}

interface FilteringDependencies {
  open: OpenArticle
  /** Grows with each change of the index. */
  version: number
  codebook: Codebook
  registers: ProjectRegisters
  filter: AnnotationFilter
  problemIds: ReadonlySet<AnnotationId> | null
  editor: RefObject<ArticleEditorHandle | null>
  onFilter(filter: AnnotationFilter): void
  goTo(id: AnnotationId): void
  announce(message: string): void
}

/** The filter of the open article with its commands; while it is on, J and K walk what matches. */
export function useFiltering(deps: FilteringDependencies): Filtering {
  const { open, version, codebook, registers, filter, editor, onFilter } = deps
  // Only asked for problems, the answer changes with them.
  const problemIds = filter.onlyProblems ? deps.problemIds : null
  const [isShown, setIsShown] = useState(false)
  const [isWalkingMatches, walkMatches] = useState(true)
  const found = useMatching(
    open.index,
    version,
    filter,
    useMemo(
      () => ({
        codebook,
        registers,
        hasProblem: ({ id }: Annotation) => problemIds?.has(id) === true
      }),
      [codebook, registers, problemIds]
    )
  )
  const conditionCount = useMemo(() => conditionsOf(filter).length, [filter])
  const hide = useCallback(() => {
    setIsShown(false)
    editor.current?.focus()
  }, [editor])
  useCommands(
    useMemo<CommandHandlers>(
      () => ({
        'view.filter': { run: () => (isShown ? hide() : setIsShown(true)), checked: isShown },
        'view.clear-filter': { run: () => onFilter(noFilter), enabled: conditionCount > 0 }
      }),
      [isShown, hide, onFilter, conditionCount]
    )
  )
  useWalking(deps, found, isWalkingMatches)
  return {
    ...found,
    filter,
    conditionCount,
    isShown,
    isWalkingMatches,
    setFilter: onFilter,
    walkMatches,
    hide
  }
}

function useWalking(deps: FilteringDependencies, { isDimmed, matching }: Matching, isOn: boolean): void {
  const { open, goTo, announce, editor } = deps
  useOverridingCommands(
    useMemo<CommandHandlers>(() => {
      if (isDimmed === null || !isOn) return {}
      const walk = (direction: 1 | -1) => () => {
        const from =
          useAnnotateStore.getState().focusedId ??
          editor.current?.caret() ??
          (direction === 1 ? -1 : Infinity)
        const step = (at: AnnotationId | number) =>
          direction === 1 ? open.index.next(at) : open.index.previous(at)
        let next: Annotation | undefined = step(from)
        while (next !== undefined && isDimmed(next)) next = step(next.id)
        if (next === undefined)
          return announce(
            direction === 1
              ? 'No further annotation matches the filter'
              : 'No earlier annotation matches the filter'
          )
        goTo(next.id)
        announce(placeWords(next.id, matching))
      }
      return { 'annotate.next': { run: walk(1) }, 'annotate.previous': { run: walk(-1) } }
    }, [open, goTo, announce, editor, isDimmed, matching, isOn])
  )
}

function placeWords(id: AnnotationId, matching: ReadonlySet<AnnotationId> | null): string {
  if (matching === null) return 'Matching annotation'
  return `Matching annotation ${[...matching].indexOf(id) + 1} of ${matching.size}`
}
