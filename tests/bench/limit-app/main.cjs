// An Electron with one page and nothing else: what the application is measured against.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

const page = app.commandLine.getSwitchValue('page') || 'blank.html'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => window.show())
  return window.loadFile(path.join(__dirname, page))
})
app.on('window-all-closed', () => app.quit())
