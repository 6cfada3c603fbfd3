import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Targets are spelled out because two Electron versions run this code: the declared one and the older
// fallback runtime (docs/decisions/0004-runtime-fallback.md). Derived targets would only suit the newer.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      sourcemap: true,
      // Packages of many small files, bundled because finding and reading each of these files is most of the
      // time that the command line and the importers' process take to start.
      externalizeDeps: {
        exclude: [
          'edtf',
          'fflate',
          'franc-min',
          'hyparquet-writer',
          'linkedom',
          'mdast-util-from-markdown',
          'papaparse',
          'saxes',
          'zod'
        ]
      },
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          importer: 'src/importer/index.ts',
          counterpoint: 'src/cli/index.ts'
        }
      }
    }
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload has no loader for packages: everything goes into the one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      // A data: URL inside our stylesheet would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: 'src/renderer/index.html' }
    }
  }
})
