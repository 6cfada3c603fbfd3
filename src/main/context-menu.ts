import { Menu, type BrowserWindow } from 'electron'

/** Gives text fields, and text that is selected elsewhere, the system's edit menu. */
export function showEditMenuOn(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    if (!isEditable && selectionText === '') return
    const menu = Menu.buildFromTemplate(
      isEditable
        ? [
            { role: 'undo', enabled: editFlags.canUndo },
            { role: 'redo', enabled: editFlags.canRedo },
            { type: 'separator' },
            { role: 'cut', enabled: editFlags.canCut },
            { role: 'copy', enabled: editFlags.canCopy },
            { role: 'paste', enabled: editFlags.canPaste },
            { type: 'separator' },
            { role: 'selectAll', enabled: editFlags.canSelectAll }
          ]
        : [{ role: 'copy', enabled: editFlags.canCopy }]
    )
    menu.popup({ window })
  })
}
