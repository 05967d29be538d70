import { builtinModules } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The desktop program: main process and worker, one file each. Everything is bundled but what cannot be: Electron itself
 * and the database's native addon. So the package carries one dependency, not three hundred.
 *
 * JIXIAO_TEST_SQLITE names a folder with another build of better-sqlite3, for testing in an Electron too old for ours.
 */
const testSqlite = process.env['JIXIAO_TEST_SQLITE'];

const otherSqlite = (folder: string): Plugin => ({
  name: 'other-sqlite',
  enforce: 'pre',
  resolveId: (id) =>
    id === 'better-sqlite3' ? { id: pathToFileURL(path.join(folder, 'lib', 'index.js')).href, external: true } : null,
});

export default defineConfig({
  root,
  publicDir: false,
  plugins: testSqlite === undefined ? [] : [otherSqlite(testSqlite)],
  ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3', ...builtinModules] },
  build: {
    ssr: true,
    outDir: 'out/desktop',
    emptyOutDir: true,
    target: testSqlite === undefined ? 'node24' : 'node20',
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: {
        main: path.join(root, 'electron/desktop/main.ts'),
        worker: path.join(root, 'electron/office/worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
