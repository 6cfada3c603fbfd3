import { offeredLayers, type Codebook } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import type { MenuItem } from '../../ui/Menu'
import type { AnnotateActions } from './annotate-actions'

/** What can be done to one annotation, for the inspector's menu and the context menu. */
export function annotationMenuItems(
  annotation: Annotation,
  codebook: Codebook,
  actions: AnnotateActions
): MenuItem[] {
  return [
    ...offeredLayers(codebook)
      .filter(layer => layer.id !== annotation.layer)
      .map(layer => ({
        id: layer.id,
        label: `Change to ${layer.name.toLowerCase()}`,
        run: () => actions.changeLayer(annotation.id, layer)
      })),
    { id: 'duplicate', label: 'Duplicate', run: () => actions.duplicate(annotation.id) },
    { id: 'delete', label: 'Delete', run: () => actions.remove(annotation.id) }
  ]
}
