import { commandDefinition, commands, menuTitles, type CommandId } from '../../contract/commands'
import { offeredLayers, type CodebookContent, type Layer } from '../../core/project/codebook'
import { codebookChord, isOffered, layerKeys } from '../commands/codebook-keys'
import type { CommandRegistry } from '../commands/command-registry'
import { KeyCaps } from '../commands/CommandKeys'
import { reservedKeys } from '../commands/reserved-keys'
import { Dialog } from '../ui/Dialog'

interface KeySheetProps {
  registry: CommandRegistry
  /** Of the open project; its layers and options have keys of their own. */
  codebook: CodebookContent | null
  onChangeKeys(): void
  onClose(): void
}

interface Row {
  name: string
  chords: readonly string[]
}

/** The help sheet "All keys": the keys of every command as they are now, of the caret and of the codebook. */
export function KeySheet({ registry, codebook, onChangeKeys, onClose }: KeySheetProps) {
  const isTaken = (chord: string) => registry.bindings.commandFor(chord, 'text') !== undefined
  return (
    <Dialog title="All keys" onClose={onClose} className="key-sheet">
      <p className="key-sheet-note">
        Single keys work in the article text and the annotation list. Alt while dragging selects to the
        letter.{' '}
        <button type="button" className="key-sheet-change" onClick={onChangeKeys}>
          Change keys
        </button>
      </p>
      <div className="key-sheet-columns">
        <Section title="Moving in the text" rows={caretRows} note="With Shift each of these selects." />
        {menuTitles
          .filter(title => title !== 'File' && title !== 'Help')
          .map(title => (
            <Section key={title} title={title} rows={commandRows(title, registry)} />
          ))}
        {codebook !== null && <Section title="Tagging" rows={tagRows(codebook, isTaken)} />}
        {codebook !== null &&
          offeredLayers(codebook).map(layer => (
            <Section
              key={layer.id}
              title={`${layer.name} in focus`}
              rows={attributeRows(layer).filter(({ chords }) => !chords.some(isTaken))}
            />
          ))}
        <Section title="File" rows={commandRows('File', registry)} />
        <Section title="Help" rows={commandRows('Help', registry)} />
      </div>
    </Dialog>
  )
}

function Section({ title, rows, note }: { title: string; rows: readonly Row[]; note?: string }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ name, chords }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {chords.map((chord, i) => (
                <span key={chord} className="key-sheet-chord">
                  {i > 0 && <span className="quiet">or</span>}
                  <span className="visually-hidden">{chord}</span>
                  <KeyCaps chord={chord} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {note !== undefined && <p className="key-sheet-note">{note}</p>}
    </section>
  )
}

const caretRows: readonly Row[] = reservedKeys.filter(({ isCaret }) => isCaret === true)

function commandRows(menu: (typeof menuTitles)[number], registry: CommandRegistry): Row[] {
  const shown = commands.filter(
    ({ id }) => commandDefinition(id).menu === menu && commandDefinition(id).isSlot !== true
  )
  return shown
    .map(({ id }) => ({ name: titleOf(id), chords: registry.bindings.chordsOf(id) }))
    .filter(({ chords }) => chords.length > 0)
}

function titleOf(id: CommandId): string {
  return commandDefinition(id).title.replace(/…$/u, '')
}

function tagRows(codebook: CodebookContent, isTaken: (chord: string) => boolean): Row[] {
  const keys = layerKeys(codebook, isTaken)
  return offeredLayers(codebook).flatMap(layer => {
    const key = keys.get(layer.id)
    return key === undefined ? [] : [{ name: layer.name, chords: [key] }]
  })
}

function attributeRows(layer: Layer): Row[] {
  return layer.attributes.filter(isOffered).flatMap(attribute => [
    ...(attribute.key === undefined
      ? []
      : [{ name: attribute.name, chords: [codebookChord(attribute.key)] }]),
    ...(attribute.options ?? []).filter(isOffered).flatMap(option =>
      option.key === undefined
        ? []
        : [
            {
              name: `${attribute.name}: ${option.name.toLowerCase()}`,
              chords: [codebookChord(option.key)]
            }
          ]
    )
  ])
}
