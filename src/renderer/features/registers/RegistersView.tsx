import { useEffect, useMemo, useRef, useState } from 'react'
import type { Codebook } from '../../../core/project/codebook'
import type { Article } from '../../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import type { PossibleDuplicate } from '../../../core/project/registers/look-alikes'
import { countCharges } from '../../../core/project/registers/mentions'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import type { Workspace } from '../../persistence/workspace'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { DuplicateList } from './DuplicateList'
import { EntryPage } from './EntryPage'
import { ListPane } from './ListPane'
import { MergeDialog } from './MergeDialog'
import { NewEntryDialog } from './NewEntryDialog'
import { createRegisterActions } from './register-actions'
import {
  countOf,
  listedEntries,
  registerWords,
  type EntryOrder,
  type RegisterEntry
} from './register-entries'
import { RegisterTabs } from './RegisterTabs'
import { useDuplicates } from './use-duplicates'
import { useRegisterRows, type RegisterRowsInView } from './use-register-rows'
import './registers.css'

export interface RegistersViewProps {
  workspace: Workspace
  codebook: Codebook
  articles: readonly Article[]
  newId(): string
  now(): string
  announce(message: string): void
  notify(message: string, action?: { label: string; run(): void }): void
  undo(): void
  onReveal(place: { articleId: ArticleId; annotationId: AnnotationId }): void
}

type OpenDialog =
  | { kind: 'new' }
  | { kind: 'merge'; firstId: string; secondId: string | null }
  | { kind: 'delete'; id: string }
  | null

/** Where the actors, issues and cases of a project are kept in order. */
export function RegistersView(props: RegistersViewProps) {
  const rows = useRegisterRows(props.workspace, props.codebook)
  return (
    <main className="view registers" data-pane="reader">
      {rows === null ? (
        <>
          <h1 className="visually-hidden">Registers</h1>
          <p className="registers-loading">Reading the registers…</p>
        </>
      ) : (
        <Registers {...props} rows={rows} />
      )}
    </main>
  )
}

function Registers(props: RegistersViewProps & { rows: RegisterRowsInView }) {
  const { rows, workspace, codebook, articles, newId, now, announce, notify, undo } = props
  const [kind, setKind] = useState<RegisterKind>('actor')
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<EntryOrder>('name')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isComparing, setIsComparing] = useState(false)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [keptApart, setKeptApart] = useState<ReadonlySet<string>>(new Set())
  const page = useRef<HTMLDivElement>(null)
  const actions = useMemo(
    () => createRegisterActions({ workspace, codebook, newId, now, announce, notify, undo }),
    [workspace, codebook, newId, now, announce, notify, undo]
  )
  const entries = rows.entries[kind]
  const listed = useMemo(() => listedEntries(entries, query, order), [entries, query, order])
  const pairs = useDuplicates(entries).filter(({ a, b }) => !keptApart.has(`${a.id} ${b.id}`))
  const selectedId = entries.find(entry => entry.id === chosenId)?.id ?? listed[0]?.id ?? null
  const selected = entries.find(entry => entry.id === selectedId)
  useEffect(() => page.current?.scrollTo(0, 0), [selectedId, kind, isComparing])

  const show = (id: string | null) => {
    setChosenId(id)
    setIsComparing(false)
    setDialog(null)
  }
  const choose = (next: RegisterKind) => {
    setKind(next)
    setQuery('')
    show(null)
  }
  const counts = {
    actor: rows.actors.length,
    issue: rows.issues.length,
    case: rows.cases.length
  }
  return (
    <>
      <header className="registers-head">
        <h1>Registers</h1>
        <RegisterTabs kind={kind} counts={counts} onChoose={choose} />
      </header>
      <div
        className="registers-body"
        id="register-panel"
        role="tabpanel"
        aria-labelledby={`register-tab-${kind}`}
      >
        <ListPane
          kind={kind}
          total={entries.length}
          listed={listed}
          selectedId={isComparing ? null : selectedId}
          query={query}
          order={order}
          duplicates={pairs.length}
          isComparing={isComparing}
          onQuery={setQuery}
          onOrder={setOrder}
          onSelect={show}
          onNew={() => setDialog({ kind: 'new' })}
          onCompare={() => setIsComparing(!isComparing)}
        />
        <div className="register-page" ref={page}>
          {isComparing ? (
            <DuplicateList
              kind={kind}
              pairs={pairs}
              onMerge={pair => setDialog({ kind: 'merge', ...inOrderToKeep(pair, entries) })}
              onKeepBoth={({ a, b }) => setKeptApart(new Set([...keptApart, `${a.id} ${b.id}`]))}
              onShow={show}
            />
          ) : selected === undefined ? (
            <p className="register-none">
              {entries.length === 0
                ? emptyWords[kind]
                : `No ${registerWords[kind].one} has these words in a name or alias.`}
            </p>
          ) : (
            <EntryPage
              key={selected.id}
              kind={kind}
              entry={selected}
              rows={rows}
              codebook={codebook}
              articles={articles}
              actions={actions}
              onMerge={() => setDialog({ kind: 'merge', firstId: selected.id, secondId: null })}
              onDelete={() => setDialog({ kind: 'delete', id: selected.id })}
              onReveal={props.onReveal}
            />
          )}
        </div>
      </div>
      {dialog?.kind === 'new' && (
        <NewEntryDialog
          kind={kind}
          entries={entries}
          onCreate={name => {
            setQuery('')
            show(actions.create(kind, name))
          }}
          onUse={show}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'merge' && (
        <MergeDialog
          kind={kind}
          rows={rows}
          firstId={dialog.firstId}
          secondId={dialog.secondId}
          onMerge={(keptId, mergedId) => {
            actions.merge(kind, keptId, mergedId)
            if (isComparing) setDialog(null)
            else show(keptId)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'delete' && (
        <ConfirmDialog
          title={`Delete ${registerWords[kind].one}`}
          message={deleteWords(kind, dialog.id, rows)}
          confirm="Delete"
          onConfirm={() => actions.remove(kind, dialog.id)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}

/** The one that is named more often stays, else the one with the fuller name; the dialog lets one choose. */
function inOrderToKeep({ a, b }: PossibleDuplicate, entries: readonly RegisterEntry[]) {
  const mentions = (id: string) => entries.find(entry => entry.id === id)?.mentions ?? 0
  const isFirst = mentions(a.id) - mentions(b.id) || a.name.length - b.name.length
  return isFirst >= 0 ? { firstId: a.id, secondId: b.id } : { firstId: b.id, secondId: a.id }
}

const emptyWords: Record<RegisterKind, string> = {
  actor:
    'No actors yet. They come with tagging, when a name is typed into Holder, Claimant or Parties, or with New actor.',
  issue:
    'No issues yet. An issue is a question on which people take sides; it comes with tagging or with New issue.',
  case: 'No cases yet. A case holds a court, a docket number and charges; it comes with tagging or with New case.'
}

function deleteWords(kind: RegisterKind, id: string, rows: RegisterRowsInView): string {
  const entry = rows.entries[kind].find(row => row.id === id)
  const name = `“${entry?.name ?? ''}”`
  const mentions = entry?.mentions ?? 0
  const charges = kind === 'actor' ? countCharges(id, rows.cases) : 0
  if (mentions + charges === 0) return `Nothing names ${name}.`
  const what = [
    ...(mentions > 0 ? [countOf(mentions)] : []),
    ...(charges > 0 ? [countOf(charges, 'charge')] : [])
  ].join(' and ')
  const verb = mentions + charges === 1 ? 'names' : 'name'
  return `${what} ${verb} ${name}. They stay, without the name. To keep it, merge instead.`
}
