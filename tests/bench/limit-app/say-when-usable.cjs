// Loaded before an application's own main script (`electron -r`), so that a start is measured without a
// debugger between: prints when the page shows what BENCH_SELECTOR names, two frames later, and quits.
const process = require('node:process')
const { app } = require('electron')

const selector = JSON.stringify(process.env.BENCH_SELECTOR ?? 'body')
const probe = `new Promise(resolve => {
  const twoFrames = () => requestAnimationFrame(() => requestAnimationFrame(() =>
    resolve(performance.timeOrigin + performance.now())))
  const find = () => {
    const found = document.querySelector(${selector})
    return found !== null && !found.disabled
  }
  if (find()) return twoFrames()
  const observer = new MutationObserver(() => {
    if (!find()) return
    observer.disconnect()
    twoFrames()
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
})`

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const at = await contents.executeJavaScript(probe)
    process.stdout.write(`usable-at ${at}\n`, () => app.exit(0))
  })
})
