import { useDeferredValue, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { commandDefinition, commands, type CommandId } from '../../../contract/commands'
import type { CodebookContent } from '../../../core/project/codebook'
import { codebookKeys } from '../../commands/codebook-keys'
import { KeyCaps } from '../../commands/CommandKeys'
import { holderOf, recordedChord } from '../../commands/key-clash'
import type { KeyBindings } from '../../commands/key-bindings'
import { keyName } from '../../commands/keymap'
import { Button } from '../../ui/Button'
import './key-settings.css'

interface KeySettingsProps {
  bindings: KeyBindings
  /** Of the open project: its keys cannot be given to commands. */
  codebook: CodebookContent | null
  announce(message: string): void
}

/** The table "Keys": every command, searched by name or key, and a key press that gives it another. */
export function KeySettings({ bindings, codebook, announce }: KeySettingsProps) {
  const version = useBindingsVersion(bindings)
  const [typed, setTyped] = useState('')
  const [recording, setRecording] = useState<CommandId | null>(null)
  const [refusal, setRefusal] = useState<{ id: CommandId; message: string } | null>(null)
  const wanted = useDeferredValue(typed).trim().toLowerCase()
  const rows = commands.filter(({ id }) => isFound(id, bindings, wanted))
  const fromCodebook = codebook === null ? [] : codebookKeys(codebook)

  const record = (id: CommandId, event: KeyboardEvent) => {
    event.preventDefault()
    // Nothing else may take the key that is to be recorded.
    event.stopPropagation()
    if (event.key === 'Escape') return stop()
    const chord = recordedChord(event)
    if (chord === undefined) return
    const holder = holderOf(chord, id, bindings, fromCodebook)
    setRecording(null)
    if (holder !== undefined) {
      const message = `${keyName(chord)} belongs to “${holder}”. The key was not changed.`
      setRefusal({ id, message })
      return announce(message)
    }
    setRefusal(null)
    bindings.choose(id, [chord])
    announce(`${titleOf(id)}: ${keyName(chord)}`)
  }
  const stop = () => {
    setRecording(null)
    announce('The key was not changed')
  }
  return (
    <section className="key-settings" data-version={version}>
      <h2>Keys</h2>
      <p>
        Press <i>Change</i>, then the new key. A key that something else has is refused. Keys of layers and
        options are set in the codebook.
      </p>
      <div className="key-settings-bar">
        <input
          type="search"
          aria-label="Search keys"
          placeholder="Search by command or key"
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <Button
          disabled={!bindings.isAnyChosen}
          onClick={() => {
            bindings.resetAll()
            setRefusal(null)
            announce('All keys are as they were at first')
          }}
        >
          Reset all keys
        </Button>
      </div>
      <div className="key-settings-scroll" tabIndex={0} role="group" aria-label="Keys of commands">
        <table aria-label="Keys">
          <thead>
            <tr>
              <th scope="col">Command</th>
              <th scope="col">Key</th>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id }) => (
              <KeyRow
                key={id}
                id={id}
                bindings={bindings}
                isRecording={recording === id}
                refusal={refusal?.id === id ? refusal.message : null}
                onRecord={() => {
                  setRecording(id)
                  setRefusal(null)
                }}
                onPress={event => record(id, event)}
                onStop={() => recording === id && setRecording(null)}
                announce={announce}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="key-settings-none">No command by that name or key.</p>}
      </div>
    </section>
  )
}

interface KeyRowProps {
  id: CommandId
  bindings: KeyBindings
  isRecording: boolean
  refusal: string | null
  onRecord(): void
  onPress(event: KeyboardEvent): void
  onStop(): void
  announce(message: string): void
}

function KeyRow(props: KeyRowProps) {
  const { id, bindings, isRecording, refusal, onRecord, onPress, onStop, announce } = props
  const title = titleOf(id)
  const chords = bindings.chordsOf(id)
  return (
    <tr data-chosen={bindings.isChosen(id)}>
      <th scope="row">
        {title}
        <span className="quiet">{commandDefinition(id).menu ?? ''}</span>
        {refusal !== null && (
          <p className="key-settings-refusal" role="alert">
            {refusal}
          </p>
        )}
      </th>
      <td>
        {isRecording ? (
          <span className="key-settings-recording">Press a key…</span>
        ) : chords.length === 0 ? (
          <span className="quiet">None</span>
        ) : (
          chords.map(chord => (
            <span key={chord} className="key-settings-chord">
              <span className="visually-hidden">{keyName(chord)}</span>
              <KeyCaps chord={chord} />
            </span>
          ))
        )}
      </td>
      <td className="key-settings-acts">
        <button
          type="button"
          aria-label={isRecording ? `Press the new key of ${title}` : `Change key of ${title}`}
          aria-pressed={isRecording}
          onClick={onRecord}
          onKeyDown={event => isRecording && onPress(event)}
          onKeyUp={event => isRecording && event.preventDefault()}
          onBlur={onStop}
        >
          {isRecording ? 'Esc to leave' : 'Change'}
        </button>
        {bindings.isChosen(id) ? (
          <button
            type="button"
            aria-label={`Reset key of ${title}`}
            onClick={() => {
              bindings.reset(id)
              announce(`${title}: ${bindings.chordsOf(id).map(keyName).join(', ') || 'no key'}`)
            }}
          >
            Reset
          </button>
        ) : (
          chords.length > 0 && (
            <button
              type="button"
              aria-label={`Remove key of ${title}`}
              onClick={() => {
                bindings.choose(id, [])
                announce(`${title}: no key`)
              }}
            >
              Remove
            </button>
          )
        )}
      </td>
    </tr>
  )
}

function titleOf(id: CommandId): string {
  return commandDefinition(id).title.replace(/…$/u, '')
}

/** Escape leaves things and cannot be anything else; the keys of layers are the codebook's. */
const fixed: readonly CommandId[] = ['annotate.unfocus']

function isFound(id: CommandId, bindings: KeyBindings, wanted: string): boolean {
  if (commandDefinition(id).isSlot === true || fixed.includes(id)) return false
  if (titleOf(id).toLowerCase().includes(wanted)) return true
  return bindings.chordsOf(id).some(chord => keyName(chord).toLowerCase() === wanted)
}

function useBindingsVersion(bindings: KeyBindings): number {
  return useSyncExternalStore(bindings.subscribe, bindings.version)
}
