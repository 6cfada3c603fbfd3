const only = (name, from, to, pathNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(pathNot ? { pathNot } : {}) },
  to: { path: '^src/', pathNot: to }
})

/** Who may import whom: the folder tree is the architecture (docs/architecture.md). */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?raw$|\\?url$' }
    },
    only('core-imports-core', '^src/core/', '^src/core/'),
    only('contract-imports-core', '^src/contract/', '^src/(contract|core)/'),
    only('preload-imports-contract', '^src/preload/', '^src/(preload|contract|core/result)'),
    // The host starts the importers' process and speaks with it; the readers run in that process alone.
    only(
      'main-imports-contract-and-core',
      '^src/main/',
      '^src/(main|contract|core|importer/host|importer/protocol)'
    ),
    only('importer-imports-contract-and-core', '^src/importer/', '^src/(importer|contract|core)/'),
    only(
      'importer-host-imports-no-reader',
      '^src/importer/host/',
      '^src/(importer/host|importer/protocol|contract|core)'
    ),
    // Plain Node, no display: what it reads in the importers' process it asks the host for.
    only('cli-imports-core', '^src/cli/', '^src/(cli|core|importer/host)/'),
    only('ui-imports-nothing-of-ours', '^src/renderer/ui/', '^src/renderer/ui/'),
    only(
      'persistence-imports-core',
      '^src/renderer/persistence/',
      '^src/(renderer/persistence|core|contract)/'
    ),
    only('editor-imports-core', '^src/renderer/editor/', '^src/(renderer/editor|core|contract)/'),
    {
      name: 'feature-imports-no-other-feature',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' }
    },
    {
      name: 'dexie-only-in-persistence',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/persistence/' },
      to: { path: 'node_modules/dexie' }
    },
    {
      name: 'tiptap-only-in-editor',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/editor/' },
      to: { path: 'node_modules/(@tiptap|prosemirror)' }
    },
    {
      // Faults are tried and figures measured in plain Node.
      name: 'storage-runs-without-electron',
      severity: 'error',
      from: { path: '^src/main/storage/' },
      to: {
        path: '^electron$|node_modules/electron|^src/main/',
        pathNot: '^src/main/(storage/|file-problem)'
      }
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: '^electron$|node_modules/electron' }
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/(core|contract)/' },
      to: { dependencyTypes: ['core'] }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types']
    }
  }
}
