import { roleName } from '../../../core/annotation/parts'
import type { TextRange } from '../../../core/annotation/spans'
import type { Layer } from '../../../core/project/codebook'
import { MenuList } from '../../ui/Menu'
import { useAnnotateStore } from './annotate-store'

interface RolePickerProps {
  /** Of the focused annotation. */
  layer: Layer | undefined
  onMark(role: string, range: TextRange): void
}

/** Every part that the focused annotation's layer knows, the researcher's own among them, to mark a selection as. */
export function RolePicker({ layer, onMark }: RolePickerProps) {
  const picker = useAnnotateStore(state => state.rolePicker)
  const close = () => useAnnotateStore.getState().setRolePicker(null)
  if (picker === null || layer === undefined) return null
  return (
    <MenuList
      label="Mark selection as"
      items={layer.spanRoles.map(role => ({
        id: role,
        label: roleName(role),
        run: () => onMark(role, picker.range)
      }))}
      at={picker.at}
      onClose={close}
    />
  )
}
