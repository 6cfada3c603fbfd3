import type { AppInfo, Bridge } from '../../../contract/ipc'
import type { Edit } from '../../../core/history/change-set'
import type { Annotator } from '../../../core/project/entities'
import { FormField } from '../../ui/FormField'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { useDraft } from '../../ui/use-draft'
import type { CodebookContent } from '../../../core/project/codebook'
import type { KeyBindings } from '../../commands/key-bindings'
import { BackupFolder } from './BackupFolder'
import { KeySettings } from './KeySettings'
import type { Theme } from './theme'
import './settings.css'

interface SettingsViewProps {
  /** Left out where there is no main process to ask for the second backup folder. */
  bridge?: Bridge
  info: AppInfo | null
  theme: Theme
  areSingleKeysOn: boolean
  /** Who tags in the open project; null when none is open. */
  annotator: Annotator | null
  /** Left out where there are no commands. */
  bindings?: KeyBindings
  /** Of the open project. */
  codebook?: CodebookContent | null
  announce?(message: string): void
  onTheme(theme: Theme): void
  onSingleKeys(on: boolean): void
  perform(edit: Edit): void
}

const themes: readonly { id: Theme; name: string }[] = [
  { id: 'system', name: 'System' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' }
]

/** What is set for this computer, and who tags. */
export function SettingsView(props: SettingsViewProps) {
  const { bridge, info, theme, areSingleKeysOn, annotator, onTheme, onSingleKeys, perform } = props
  const { bindings, codebook = null, announce = () => undefined } = props
  return (
    <main className="view settings" data-pane="reader">
      <div className="settings-sheet">
        <h1>Settings</h1>
        <section>
          <h2>Appearance</h2>
          <SegmentedControl label="Theme" options={themes} value={theme} onChange={onTheme} />
        </section>
        <section>
          <h2>Keyboard</h2>
          <label className="settings-check">
            <input
              type="checkbox"
              checked={areSingleKeysOn}
              onChange={event => onSingleKeys(event.target.checked)}
            />
            Single keys tag and walk in the article text
          </label>
        </section>
        {bindings !== undefined && (
          <KeySettings bindings={bindings} codebook={codebook} announce={announce} />
        )}
        {annotator !== null && (
          <section>
            <h2>This project</h2>
            <AnnotatorName key={annotator.id} annotator={annotator} perform={perform} />
          </section>
        )}
        <section>
          <h2>Your data</h2>
          <p>
            Everything is stored on this computer. Nothing is sent anywhere: the program has no network access
            at all. Export the dataset to keep a copy elsewhere.
          </p>
        </section>
        {bridge !== undefined && <BackupFolder bridge={bridge} />}
        {info !== null && (
          <p className="settings-versions">
            {info.name} {info.version} · Electron {info.electron} · Chromium {info.chrome}
          </p>
        )}
      </div>
    </main>
  )
}

function AnnotatorName({ annotator, perform }: { annotator: Annotator; perform(edit: Edit): void }) {
  const draft = useDraft(annotator.name, typed => {
    const name = typed.trim()
    if (name === '' || name === annotator.name) return
    perform({
      label: 'Rename annotator',
      changes: [{ table: 'annotators', id: annotator.id, before: annotator, after: { ...annotator, name } }]
    })
  })
  return (
    <FormField label="Annotator" hint="Stands beside every annotation you make in this project.">
      {control => (
        <input
          {...control}
          maxLength={500}
          value={draft.text}
          onChange={event => draft.change(event.target.value)}
          onBlur={draft.save}
          onKeyDown={event => event.key === 'Enter' && draft.save()}
        />
      )}
    </FormField>
  )
}
