import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Rules beyond the type checker's. Doors between rooms are held by .dependency-cruiser.cjs.
export default tseslint.config(
  { ignores: ['out', 'dist', 'node_modules', 'test-results', '.dependency-cruiser.cjs', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './renderer/tsconfig.json', './tests/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Async event handlers of React and of Electron return promises nobody waits for.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a thing has one name everywhere.' },
        {
          selector: "CallExpression[callee.object.name='shell'][callee.property.name='openExternal']",
          message: 'Nothing outside is ever opened: the program has no reason to go online.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Nothing typed or imported is ever markup.',
        },
      ],
    },
  },
  { files: ['renderer/**/*.{ts,tsx}', 'tests/renderer/**/*.{ts,tsx}'], ...hooks.configs.flat.recommended },
  // Tools read these files by their default export; the command line and the test runners speak on the console.
  { files: ['**/vite.config.ts', 'vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['electron/cli/**', 'electron/start.ts', 'electron/browser/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
);
