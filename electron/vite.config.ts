import { readdirSync, readFileSync } from 'node:fs';
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

/**
 * The PDF library only reads here. What it would draw with is taken out, native code that the package does not carry; Adobe's tables
 * of Chinese character codes, which it opens as files, go along.
 */
const pdfReader = (): Plugin => {
  const cMaps = path.join(root, 'node_modules/pdfjs-dist/cmaps');
  return {
    name: 'pdf-reader',
    transform: (code, id) =>
      /pdfjs-dist[/\\]legacy[/\\]build[/\\]pdf\.mjs$/u.test(id)
        ? code.replaceAll(/\brequire\("(?:@napi-rs\/canvas|node-readable-to-web-readable-stream)"\)/gu, 'null')
        : null,
    generateBundle() {
      for (const name of readdirSync(cMaps).filter((each) => each.endsWith('.bcmap'))) {
        this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(path.join(cMaps, name)) });
      }
    },
  };
};

export default defineConfig({
  root,
  publicDir: false,
  plugins: [pdfReader(), ...(testSqlite === undefined ? [] : [otherSqlite(testSqlite)])],
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
