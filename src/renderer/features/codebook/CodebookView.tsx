import { useCallback, useEffect, useRef, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import { addAttribute } from '../../../core/codebook/attribute-edits'
import { addLayer, isSameName } from '../../../core/codebook/layer-edits'
import type { Codebook, CodebookContent, Layer } from '../../../core/project/codebook'
import type { Article, Project } from '../../../core/project/entities'
import { useAnnotators, useCodebookVersions } from '../../persistence/queries'
import type { Workspace } from '../../persistence/workspace'
import { AnnotatorPreview } from './AnnotatorPreview'
import { AttributeForm } from './AttributeForm'
import { CodebookHeader, type CodebookTab } from './CodebookHeader'
import { CodebookList } from './CodebookList'
import { LayerForm } from './LayerForm'
import { LeaveDraftDialog } from './LeaveDraftDialog'
import { SaveVersionDialog } from './SaveVersionDialog'
import { useCodebookCommands } from './use-codebook-commands'
import { useCodebookEditor } from './use-codebook-editor'
import { VersionHistory } from './VersionHistory'
import './codebook.css'
import './codebook-form.css'

/** What the shell asks before it leaves, and takes back instead of stored changes. */
export interface CodebookUnsaved {
  what: string
  leave(go: () => void): void
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

export interface CodebookViewProps {
  bridge: Bridge
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  /** Of the program, for exported files. */
  appVersion: string
  now(): string
  announce(message: string): void
  notify(message: string, action?: { label: string; run(): void }): void
  /** Told what is not saved; null once everything is. */
  onUnsaved(unsaved: CodebookUnsaved | null): void
}

/** Where layers, attributes and options are made and changed: a draft, saved as versions. */
export function CodebookView(props: CodebookViewProps) {
  const { workspace, project, codebook, announce, notify, onUnsaved } = props
  const editor = useCodebookEditor({ ...props, projectId: project.id })
  const { editing, context, selected } = editor
  const [tab, setTab] = useState<CodebookTab>('edit')
  const [isAsking, setIsAsking] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  /** Where the person was going when the draft held them back. */
  const [leaving, setLeaving] = useState<{ go(): void } | null>(null)
  const versions = useCodebookVersions(workspace.database, project.id, codebook)
  const annotators = useAnnotators(workspace.database, project.id) ?? []

  const openSave = useCallback(() => {
    setFailure(null)
    setIsAsking(true)
  }, [])
  const { isChanged, undo, redo } = editing
  useEffect(() => {
    if (!isChanged) return onUnsaved(null)
    onUnsaved({
      what: 'The changes to the codebook are not saved as a version.',
      leave: go => setLeaving({ go }),
      undo,
      redo
    })
  }, [isChanged, undo, redo, onUnsaved])
  useEffect(() => () => onUnsaved(null), [onUnsaved])

  const save = async () => {
    setFailure(null)
    setIsSaving(true)
    const saved = await editor.save()
    setIsSaving(false)
    if (!saved.ok) return setFailure(saved.error.message)
    setIsAsking(false)
    announce(`Codebook version ${saved.value} saved`)
    notify(`Codebook version ${saved.value} saved.`)
    leave()
  }
  const leave = () => {
    setLeaving(null)
    if (leaving === null) return
    onUnsaved(null)
    leaving.go()
  }
  const { adopt } = editor
  const onAdopt = useCallback(
    async (content: CodebookContent) => {
      const adopted = await adopt(content)
      if (!adopted.ok) return notify(adopted.error.message)
      setTab('edit')
      openSave()
    },
    [adopt, notify, openSave]
  )
  useCodebookCommands({ ...props, isChanged, onSave: openSave, onAdopt })

  const layer = context.draft.content.layers.find(row => row.id === selected.layer)
  const attribute = layer?.attributes.find(row => row.id === selected.attribute)
  // By place: a new thing's id follows its name, and its form must not lose the keyboard.
  const formKey = `${layer === undefined ? '' : context.draft.content.layers.indexOf(layer)}-${attribute === undefined ? '' : (layer?.attributes.indexOf(attribute) ?? '')}`
  const form = useRef<HTMLDivElement>(null)
  const isNaming = useRef(false)
  useEffect(() => {
    // Something new begins with its name; what was removed leaves the keyboard with what is shown instead.
    const name = form.current?.querySelector('input')
    if (isNaming.current) name?.select()
    else if (document.activeElement === document.body) form.current?.focus()
    isNaming.current = false
  }, [formKey])
  const onAddLayer = () => {
    isNaming.current = true
    const name = freeName(
      'New layer',
      context.draft.content.layers.map(row => row.name)
    )
    editor.add(addLayer(context.draft, name, context.taken))
    announce('Layer added')
  }
  const onAddAttribute = (to: Layer) => {
    isNaming.current = true
    const name = freeName(
      'New attribute',
      to.attributes.map(row => row.name)
    )
    editor.add(addAttribute(context.draft, to.id, name, 'choice', context.annotations), to.id)
    announce('Attribute added')
  }
  return (
    <main className="view codebook">
      <CodebookHeader
        codebook={context.draft.content}
        version={codebook.version}
        usage={context.usage}
        tab={tab}
        isChanged={isChanged}
        changes={editor.differences.length}
        onTab={setTab}
        onDiscard={editor.discard}
        onRename={title => context.edit(editor.rename(title))}
      />
      {tab === 'history' ? (
        <VersionHistory
          versions={versions}
          annotators={annotators}
          onRestore={content => void onAdopt(content)}
        />
      ) : (
        <div className="codebook-body">
          <CodebookList
            codebook={context.draft.content}
            usage={context.usage}
            selected={selected}
            onSelect={editor.select}
            onAddLayer={onAddLayer}
            onAddAttribute={onAddAttribute}
          />
          <div className="codebook-main" data-pane="reader" tabIndex={-1} ref={form}>
            {layer !== undefined && attribute === undefined && (
              <LayerForm key={formKey} layer={layer} context={context} />
            )}
            {layer !== undefined && attribute !== undefined && (
              <AttributeForm key={formKey} layer={layer} attribute={attribute} context={context} />
            )}
          </div>
          {layer !== undefined && (
            <div className="codebook-aside">
              <AnnotatorPreview layer={layer} selected={attribute?.id} />
            </div>
          )}
        </div>
      )}
      {leaving !== null && !isAsking && (
        <LeaveDraftDialog
          onSave={openSave}
          onDiscard={() => {
            editor.discard()
            leave()
          }}
          onClose={() => setLeaving(null)}
        />
      )}
      {isAsking && (
        <SaveVersionDialog
          version={codebook.version + 1}
          differences={editor.differences}
          migrated={editor.migrated}
          notes={editor.notes}
          isSaving={isSaving}
          failure={failure}
          onSave={() => void save()}
          onClose={() => {
            setIsAsking(false)
            setLeaving(null)
          }}
        />
      )}
    </main>
  )
}

/** "New layer", or "New layer 2" where there is one. */
function freeName(name: string, taken: readonly string[]): string {
  let free = name
  for (let number = 2; taken.some(other => isSameName(other, free)); number += 1) free = `${name} ${number}`
  return free
}
