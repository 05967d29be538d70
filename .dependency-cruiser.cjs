/** Each door of the house is one rule here. `npm run lint` runs them. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment:
        'shared/ knows no Node, no DOM, no database, no window: only itself, zod, pinyin-pro and @noble/hashes (校验码).',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^(shared/|node_modules/(zod|pinyin-pro|@noble/hashes)/)' },
    },
    {
      name: 'db-knows-shared-only',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(electron|renderer|tests)/' },
    },
    { name: 'db-behind-app', severity: 'error', from: { pathNot: '^(db|electron/app|tests)/' }, to: { path: '^db/' } },
    {
      name: 'office-behind-app',
      severity: 'error',
      from: { pathNot: '^(electron/office|electron/app|tests)/' },
      to: { path: '^electron/office/' },
    },
    {
      name: 'office-knows-shared-only',
      severity: 'error',
      from: { path: '^electron/office/' },
      to: { path: '^(db|renderer|electron/(app|desktop|browser|cli))/' },
    },
    {
      name: 'electron-package-in-desktop-only',
      severity: 'error',
      from: { pathNot: '^electron/desktop/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'hosts-apart',
      comment: 'A host knows the app, never another host.',
      severity: 'error',
      from: { path: '^electron/(desktop|browser|cli)/' },
      to: { path: '^(electron/(desktop|browser|cli)/|db/|renderer/)', pathNot: '^electron/$1/' },
    },
    {
      name: 'app-knows-no-host',
      severity: 'error',
      from: { path: '^electron/app/' },
      to: { path: '^(electron/(desktop|browser|cli)|renderer)/' },
    },
    {
      name: 'renderer-takes-types-only',
      comment: 'The window talks to the app over fetch and takes only types from its router.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|db)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^out/|^dist/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
