import { X } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { IconButton } from '../ui/IconButton'
import { Resizer, useRememberedWidth } from '../ui/Resizer'
import { panelTabs, type PanelContext } from './panel-tabs'
import { useSession } from './session-store'
import './bottom-panel.css'

const heightLimits = { initial: 260, minimum: 140, maximum: 720 }

/** What belongs beside the text: problems, the table, search and so on, one tab at a time. */
export function BottomPanel({ context }: { context: PanelContext }) {
  const shown = useSession(state => state.panel)
  const { showPanel, togglePanel } = useSession.getState()
  const [height, setHeight] = useRememberedWidth('Resize panel', heightLimits)
  const tabs = useRef<HTMLDivElement>(null)
  const tab = panelTabs.find(({ id }) => id === shown)
  if (tab === undefined) return null
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = panelTabs[(panelTabs.indexOf(tab) + by + panelTabs.length) % panelTabs.length]
    if (next === undefined) return
    showPanel(next.id)
    tabs.current?.querySelector<HTMLElement>(`#panel-tab-${next.id}`)?.focus()
  }
  return (
    <section className="bottom-panel" aria-label="Panel" data-pane="panel" style={{ height }}>
      <Resizer
        label="Resize panel"
        width={height}
        direction={-1}
        orientation="horizontal"
        onResize={setHeight}
      />
      <div className="bottom-panel-head">
        <div role="tablist" aria-label="Panel" ref={tabs} onKeyDown={onKeyDown}>
          {panelTabs.map(({ id, title }) => (
            <button
              key={id}
              id={`panel-tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === tab.id}
              aria-controls="panel-body"
              tabIndex={id === tab.id ? 0 : -1}
              onClick={() => showPanel(id)}
            >
              {title}
            </button>
          ))}
        </div>
        <span className="grow" />
        <IconButton label="Close panel" icon={X} onClick={togglePanel} />
      </div>
      <div
        id="panel-body"
        className="bottom-panel-body"
        role="tabpanel"
        aria-labelledby={`panel-tab-${tab.id}`}
        key={tab.id}
      >
        {tab.render(context)}
      </div>
    </section>
  )
}
