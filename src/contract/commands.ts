import { mostLayers } from '../core/project/codebook'

/**
 * The one table of commands. The native menu, shortcuts, the palette and the help sheet are derived from
 * it; handlers live in the renderer (`renderer/commands/`).
 */
export interface CommandDefinition {
  id: string
  title: string
  menu: MenuTitle | null
  /** Electron accelerator, handled by the menu everywhere in the window. A person may have chosen another. */
  accelerator?: string
  /** Single keys that work only in the article text and the annotation list, as `KeyboardEvent.key`. */
  keys?: readonly string[]
  /** A separator comes before this one in its menu. */
  startsGroup?: boolean
  kind?: 'normal' | 'checkbox' | 'radio'
  /** Stands for one of the codebook's layers, which gives it name and key; shown only while there is such a layer. */
  isSlot?: boolean
}

export const menuTitles = ['File', 'Edit', 'View', 'Select', 'Annotate', 'Help'] as const
export type MenuTitle = (typeof menuTitles)[number]

/** A command for every layer that there can be. Which it is, and by which key, the codebook says. */
export const layerSlots: readonly number[] = Array.from({ length: mostLayers }, (_, i) => i + 1)
export type TagCommandId = `annotate.tag-${number}`

export function tagCommandId(slot: number): TagCommandId {
  return `annotate.tag-${slot}`
}

/** More would fill the screen; the palette has the others. */
const mostInMenu = 12

const tagCommands = layerSlots.map(slot => ({
  id: tagCommandId(slot),
  title: `Tag selection with layer ${slot}`,
  menu: slot <= mostInMenu ? ('Annotate' as const) : null,
  isSlot: true
}))

export const commands = [
  { id: 'project.new', title: 'New project…', menu: 'File', accelerator: 'CmdOrCtrl+Shift+N' },
  { id: 'project.open', title: 'Open project…', menu: 'File', accelerator: 'CmdOrCtrl+O' },
  { id: 'project.sample', title: 'Open the sample', menu: 'File' },
  { id: 'project.backups', title: 'Backups…', menu: 'File', startsGroup: true },
  { id: 'project.check', title: 'Check project…', menu: 'File' },
  { id: 'project.show-folder', title: 'Show project folder', menu: 'File' },
  { id: 'bundle.export', title: 'Export project bundle…', menu: 'File' },
  { id: 'bundle.import', title: 'Import project bundle…', menu: 'File' },
  {
    id: 'articles.import',
    title: 'Import articles…',
    menu: 'File',
    accelerator: 'CmdOrCtrl+I',
    startsGroup: true
  },
  { id: 'articles.import-folder', title: 'Import folder…', menu: 'File' },
  {
    id: 'articles.paste',
    title: 'New article from pasted text…',
    menu: 'File',
    accelerator: 'CmdOrCtrl+Shift+V'
  },
  { id: 'dataset.import', title: 'Import dataset…', menu: 'File' },
  { id: 'dataset.export', title: 'Export…', menu: 'File', accelerator: 'CmdOrCtrl+E', startsGroup: true },
  {
    id: 'report.save',
    title: 'Save picture, table or report…',
    menu: 'File',
    accelerator: 'CmdOrCtrl+Shift+S'
  },
  { id: 'codebook.import', title: 'Import codebook…', menu: 'File', startsGroup: true },
  { id: 'codebook.export', title: 'Export codebook…', menu: 'File' },
  { id: 'codebook.guideline', title: 'Export coding guideline…', menu: 'File' },
  { id: 'codebook.save', title: 'Save codebook version…', menu: 'File', accelerator: 'CmdOrCtrl+S' },
  { id: 'edit.undo', title: 'Undo', menu: 'Edit', accelerator: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', title: 'Redo', menu: 'Edit', accelerator: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.find', title: 'Find in article', menu: 'Edit', accelerator: 'CmdOrCtrl+F', startsGroup: true },
  { id: 'edit.find-next', title: 'Next hit', menu: 'Edit', accelerator: 'F3' },
  { id: 'edit.find-previous', title: 'Previous hit', menu: 'Edit', accelerator: 'Shift+F3' },
  { id: 'view.library', title: 'Library', menu: 'View', accelerator: 'Alt+1', kind: 'radio' },
  { id: 'view.annotate', title: 'Annotate', menu: 'View', accelerator: 'Alt+2', kind: 'radio' },
  { id: 'view.perspectives', title: 'Perspectives', menu: 'View', accelerator: 'Alt+3', kind: 'radio' },
  { id: 'view.timeline', title: 'Timeline', menu: 'View', accelerator: 'Alt+4', kind: 'radio' },
  { id: 'view.ledger', title: 'Ledger', menu: 'View', accelerator: 'Alt+5', kind: 'radio' },
  { id: 'view.codebook', title: 'Codebook', menu: 'View', accelerator: 'Alt+6', kind: 'radio' },
  { id: 'view.registers', title: 'Registers', menu: 'View', accelerator: 'Alt+7', kind: 'radio' },
  { id: 'view.settings', title: 'Settings', menu: 'View', accelerator: 'CmdOrCtrl+,', kind: 'radio' },
  {
    id: 'view.toggle-list',
    title: 'Article list',
    menu: 'View',
    accelerator: 'CmdOrCtrl+B',
    kind: 'checkbox',
    startsGroup: true
  },
  {
    id: 'view.toggle-inspector',
    title: 'Inspector',
    menu: 'View',
    accelerator: 'CmdOrCtrl+.',
    kind: 'checkbox'
  },
  { id: 'view.toggle-panel', title: 'Panel', menu: 'View', accelerator: 'CmdOrCtrl+J', kind: 'checkbox' },
  {
    id: 'view.filter',
    title: 'Filter annotations',
    menu: 'View',
    accelerator: 'CmdOrCtrl+L',
    kind: 'checkbox'
  },
  { id: 'view.clear-filter', title: 'Clear filter', menu: 'View' },
  { id: 'view.focus-mode', title: 'Focus mode', menu: 'View', keys: ['z'], kind: 'checkbox' },
  { id: 'panel.problems', title: 'Show problems', menu: 'View', accelerator: 'CmdOrCtrl+Shift+M' },
  { id: 'panel.table', title: 'Show annotation table', menu: 'View', accelerator: 'CmdOrCtrl+Shift+L' },
  { id: 'panel.search', title: 'Search the project…', menu: 'View', accelerator: 'CmdOrCtrl+Shift+F' },
  { id: 'panel.relations', title: 'Show relations', menu: 'View', accelerator: 'CmdOrCtrl+Shift+R' },
  { id: 'panel.revisions', title: 'Show text and revisions', menu: 'View' },
  { id: 'panel.history', title: 'Show history', menu: 'View', accelerator: 'CmdOrCtrl+Shift+H' },
  {
    id: 'view.back',
    title: 'Back to where the passage was opened',
    menu: 'View',
    accelerator: 'CmdOrCtrl+['
  },
  { id: 'view.next-pane', title: 'Next pane', menu: 'View', accelerator: 'F6' },
  {
    id: 'view.palette',
    title: 'Search or run a command…',
    menu: 'View',
    accelerator: 'CmdOrCtrl+K',
    startsGroup: true
  },
  { id: 'select.sentence', title: 'Select sentence', menu: 'Select', keys: ['v'] },
  { id: 'select.quotation', title: 'Select quotation', menu: 'Select', keys: ['q'] },
  { id: 'select.paragraph', title: 'Select paragraph', menu: 'Select', keys: ['Shift+v'] },
  { id: 'select.snap-next', title: 'Next way of snapping', menu: 'Select', keys: ['w'], startsGroup: true },
  { id: 'select.snap-off', title: 'Do not snap', menu: 'Select', kind: 'radio', startsGroup: true },
  { id: 'select.snap-word', title: 'Snap to words', menu: 'Select', kind: 'radio' },
  { id: 'select.snap-sentence', title: 'Snap to sentences', menu: 'Select', kind: 'radio' },
  { id: 'select.snap-quotation', title: 'Snap to quotations', menu: 'Select', kind: 'radio' },
  ...tagCommands,
  {
    id: 'annotate.sticky',
    title: 'Sticky tag',
    menu: 'Annotate',
    keys: ['t'],
    kind: 'checkbox',
    startsGroup: true
  },
  { id: 'annotate.repeat', title: 'Repeat last tag', menu: 'Annotate', keys: ['.'] },
  { id: 'annotate.duplicate', title: 'Duplicate annotation', menu: 'Annotate', accelerator: 'CmdOrCtrl+D' },
  { id: 'annotate.next', title: 'Next annotation', menu: 'Annotate', keys: ['j'], startsGroup: true },
  { id: 'annotate.previous', title: 'Previous annotation', menu: 'Annotate', keys: ['k'] },
  { id: 'annotate.next-same', title: 'Next of the same layer', menu: 'Annotate', keys: ['Shift+j'] },
  { id: 'annotate.previous-same', title: 'Previous of the same layer', menu: 'Annotate', keys: ['Shift+k'] },
  { id: 'annotate.next-paragraph', title: 'Next paragraph', menu: 'Annotate', keys: [']'] },
  { id: 'annotate.previous-paragraph', title: 'Previous paragraph', menu: 'Annotate', keys: ['['] },
  { id: 'problems.next', title: 'Next problem', menu: 'Annotate', accelerator: 'F8' },
  { id: 'problems.previous', title: 'Previous problem', menu: 'Annotate', accelerator: 'Shift+F8' },
  { id: 'annotate.inspect', title: 'Go to inspector', menu: 'Annotate', keys: ['Enter'] },
  { id: 'annotate.memo', title: 'Write a memo', menu: 'Annotate', keys: ['n'] },
  { id: 'annotate.relate', title: 'Relate to another annotation', menu: 'Annotate', keys: ['r'] },
  {
    id: 'annotate.add-span',
    title: 'Add selection to focused annotation',
    menu: 'Annotate',
    keys: ['f'],
    startsGroup: true
  },
  {
    id: 'annotate.add-rest',
    title: 'Add the rest of the quotation',
    menu: 'Annotate',
    keys: ['Shift+f']
  },
  { id: 'annotate.actor', title: 'Make selection an actor', menu: 'Annotate', keys: ['Shift+a'] },
  { id: 'annotate.mark-source', title: 'Mark selection as source', menu: 'Annotate', keys: ['Shift+s'] },
  { id: 'annotate.mark-cue', title: 'Mark selection as cue', menu: 'Annotate', keys: ['Shift+c'] },
  { id: 'annotate.mark-trigger', title: 'Mark selection as trigger', menu: 'Annotate', keys: ['Shift+t'] },
  { id: 'annotate.mark-date', title: 'Mark selection as date', menu: 'Annotate', keys: ['Shift+d'] },
  { id: 'annotate.mark-party', title: 'Mark selection as party', menu: 'Annotate', keys: ['Shift+p'] },
  { id: 'annotate.mark-other', title: 'Mark selection as…', menu: 'Annotate' },
  {
    id: 'annotate.confirm-placement',
    title: 'Confirm moved annotation',
    menu: 'Annotate',
    keys: ['y'],
    startsGroup: true
  },
  {
    id: 'annotate.place-orphan',
    title: 'Place orphaned annotation at selection',
    menu: 'Annotate',
    keys: ['g']
  },
  {
    id: 'text.correct',
    title: 'Correct text…',
    menu: 'Annotate',
    accelerator: 'CmdOrCtrl+Shift+E',
    startsGroup: true
  },
  { id: 'text.replace', title: 'Replace text from file…', menu: 'Annotate' },
  {
    id: 'annotate.set-boundaries',
    title: 'Set boundaries to selection',
    menu: 'Annotate',
    keys: ['b'],
    startsGroup: true
  },
  { id: 'annotate.end-later', title: 'Extend end by a word', menu: 'Annotate', keys: ['Alt+ArrowRight'] },
  { id: 'annotate.end-earlier', title: 'Shorten end by a word', menu: 'Annotate', keys: ['Alt+ArrowLeft'] },
  {
    id: 'annotate.start-later',
    title: 'Shorten start by a word',
    menu: 'Annotate',
    keys: ['Alt+Shift+ArrowRight']
  },
  {
    id: 'annotate.start-earlier',
    title: 'Extend start by a word',
    menu: 'Annotate',
    keys: ['Alt+Shift+ArrowLeft']
  },
  {
    id: 'annotate.delete',
    title: 'Delete annotation',
    menu: 'Annotate',
    keys: ['Delete', 'Backspace'],
    startsGroup: true
  },
  { id: 'annotate.unfocus', title: 'Clear focus', menu: null, keys: ['Escape'] },
  { id: 'help.keys', title: 'All keys', menu: 'Help', accelerator: 'F1', keys: ['?'] },
  { id: 'help.log', title: 'Show log file', menu: 'Help' },
  { id: 'help.about', title: 'About Counterpoint', menu: 'Help' }
] as const satisfies readonly CommandDefinition[]

export type CommandId = (typeof commands)[number]['id']

/** The definition of a command, with its optional members spelled out. */
export function commandDefinition(id: CommandId): CommandDefinition {
  const found = commands.find(command => command.id === id)
  if (found === undefined) throw new Error(`No such command: ${id}`)
  return found
}
