import { setAttribute } from '../../../../core/annotation/edits'
import type { Card } from '../../../../core/perspective/card-order'
import { quotationWithSource } from '../../../../core/perspective/card-words'
import { perspectiveLayer } from '../../../../core/perspective/perspective'
import { findLayer } from '../../../../core/project/codebook'
import type { ArrangementProps } from '../arrangement-props'
import { usePerspectivesStore } from '../perspectives-store'

/** Sets the stance as one step that can be undone, and says so; nothing when it is the one there is. */
export function changeStance(props: ArrangementProps, { perspective }: Card, option: string): void {
  const { study, workspace, now, announce, notify } = props
  const attribute = findLayer(study.codebook, perspectiveLayer)?.attributes.find(({ id }) => id === 'stance')
  if (attribute === undefined || perspective.stance === option) return
  const name = attribute.options?.find(({ id }) => id === option)?.name ?? option
  void workspace.perform(setAttribute(perspective.annotation, attribute, option, now())).then(result => {
    if (result.ok) announce(`${attribute.name}, ${name.toLowerCase()}`)
    else notify(result.error.message)
  })
}

/** Puts a card into the tray, or takes it out. */
export function toggleCompared({ announce }: ArrangementProps, { perspective }: Card): void {
  const { pinned, set } = usePerspectivesStore.getState()
  const { id } = perspective.annotation
  const next = pinned.includes(id) ? pinned.filter(one => one !== id) : [...pinned, id]
  set({ pinned: next })
  announce(next.length === 1 ? '1 perspective to compare' : `${next.length} perspectives to compare`)
}

export function copyQuotation({ study, notify }: ArrangementProps, { perspective }: Card): void {
  navigator.clipboard.writeText(quotationWithSource(study, perspective)).then(
    () => notify('Quotation copied with its source.'),
    () => notify('Not copied: the clipboard could not be written.')
  )
}
