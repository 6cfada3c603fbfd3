import { matrixOrders, type MatrixOrder } from '../../../../core/perspective/matrix-order'
import type { MatrixMeasure } from '../../../../core/perspective/matrix-words'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import { useMatrixStore } from './matrix-store'

const orderNames: Readonly<Record<MatrixOrder, string>> = {
  share: 'Share',
  story: 'Story order',
  similarity: 'Similarity of stance'
}

const measureOptions = [
  { id: 'passages', name: 'Passages' },
  { id: 'words', name: 'Words' }
] as const

/** What the cells count, and how rows and columns stand. */
export function MatrixTools() {
  const { order, measure, isGrouped, hasSilent, isTransposed, isTable, set } = useMatrixStore()
  return (
    <div className="matrix-tools" role="toolbar" aria-label="Matrix">
      <SegmentedControl<MatrixMeasure>
        label="Measure"
        options={measureOptions}
        value={measure}
        onChange={chosen => set({ measure: chosen })}
      />
      <label>
        Order by
        <select value={order} onChange={event => set({ order: event.target.value as MatrixOrder })}>
          {matrixOrders.map(id => (
            <option key={id} value={id}>
              {orderNames[id]}
            </option>
          ))}
        </select>
      </label>
      <Check label="Group by role" isOn={isGrouped} onChange={isOn => set({ isGrouped: isOn })} />
      <Check label="Show the silent" isOn={hasSilent} onChange={isOn => set({ hasSilent: isOn })} />
      <Check label="Transpose" isOn={isTransposed} onChange={isOn => set({ isTransposed: isOn })} />
      <Check label="Show as table" isOn={isTable} onChange={isOn => set({ isTable: isOn })} />
    </div>
  )
}

interface CheckProps {
  label: string
  isOn: boolean
  onChange(isOn: boolean): void
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
