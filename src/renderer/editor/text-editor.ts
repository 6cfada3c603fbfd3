import { Editor, type JSONContent } from '@tiptap/react'
import { articleExtensions } from './article-schema'

/** TipTap as region "Article text", showing one section: read-only, without key maps, paste or style of its own. */
export function createTextEditor(mount: HTMLElement, language: string, firstSection: JSONContent): Editor {
  const handled = () => true
  const editor = new Editor({
    element: mount,
    extensions: articleExtensions,
    // Commands, key maps, paste and drop belong to editing.
    enableCoreExtensions: false,
    injectCSS: false,
    editable: false,
    content: { type: 'doc', content: [firstSection] },
    editorProps: {
      editable: () => false,
      attributes: {
        role: 'region',
        'aria-label': 'Article text',
        tabindex: '0',
        ...(language === '' ? {} : { lang: language })
      },
      // ProseMirror must leave mouse, dragging and clipboard to the browser and to us.
      handleDOMEvents: {
        mousedown: handled,
        touchstart: handled,
        dragstart: handled,
        copy: handled,
        contextmenu: handled
      }
    }
  })
  releaseSelection(editor)
  return editor
}

/**
 * ProseMirror copies each selection into its state and puts its copy back into the DOM at the next change:
 * a slice of text that comes in would end a drag of the mouse. It asks for the selection in one place only,
 * and here it learns of none.
 */
function releaseSelection(editor: Editor): void {
  const none = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 }
  Object.assign(editor.view, { domSelectionRange: () => none })
}
