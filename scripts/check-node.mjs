// Imported before anything else by every command, and written in old syntax without named imports from
// Node: an older Node must get as far as this sentence instead of a stack trace.
const parts = process.versions.node.split('.')
const major = Number(parts[0])
const minor = Number(parts[1])

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'Counterpoint needs Node 20.19 or newer, and this is Node ' +
      process.versions.node +
      '. Install a newer one from nodejs.org.'
  )
  process.exit(1)
}
