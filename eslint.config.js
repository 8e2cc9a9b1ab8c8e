import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Rooms whose numbers must be the same to the last bit in every browser and in Node. */
const exactRooms = ['numbers', 'model', 'engine', 'results', 'analysis'];

/** The members of Math whose results ECMAScript fixes exactly; all others may differ between engines. */
const exactMath = 'imul|clz32|floor|ceil|trunc|min|max|abs|sqrt|fround|sign|round';

/** Globals whose answers depend on the clock, the place, the machine or chance. */
const inexactGlobals = ['Date', 'Intl', 'performance', 'crypto'];

const localeMethods = '^(toLocale\\w*|localeCompare)$';
const inexact = 'differs between engines, places or moments; results must not (see src/numbers)';

const determinismBans = {
  'no-restricted-globals': [
    'error',
    ...inexactGlobals.map((name) => ({ name, message: `${name} ${inexact}.` })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: `MemberExpression[object.name="Math"][computed=false]:not([property.name=/^(${exactMath})$/])`,
      message: `This function ${inexact}.`,
    },
    {
      selector: 'MemberExpression[object.name="Math"][computed=true]',
      message: 'Name the member of Math: which of them is read here cannot be checked.',
    },
    {
      selector: ':not(MemberExpression) > Identifier[name="Math"]',
      message: 'Math under another name escapes the check of its members.',
    },
    {
      selector: `MemberExpression[property.name=/^(Math|${inexactGlobals.join('|')})$/]`,
      message: `Reached through an object, this escapes the check, and it ${inexact}.`,
    },
    { selector: 'BinaryExpression[operator="**"]', message: `** ${inexact}.` },
    { selector: 'AssignmentExpression[operator="**="]', message: `**= ${inexact}.` },
    {
      selector: `MemberExpression[property.name=/${localeMethods}/]`,
      message: `This method ${inexact}.`,
    },
    {
      selector: `MemberExpression[property.value=/${localeMethods}/]`,
      message: `This method ${inexact}.`,
    },
    {
      selector: `ObjectPattern > Property[key.name=/${localeMethods}/]`,
      message: `This method ${inexact}.`,
    },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', 'playwright-report/', 'test-results/']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.es2023 },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      'no-undef': 'off', // TypeScript finds undefined names and knows the globals of each place.
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Both break the page's content security policy; `style:name={value}` doesn't.
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"], SvelteShorthandAttribute[key.name="style"]',
          message: 'The content security policy refuses style attributes; write `style:name={value}`.',
        },
      ],
    },
  },
  {
    files: exactRooms.map((room) => `src/${room}/**`),
    rules: determinismBans,
  },
  {
    // Reading a typed array gives `number | undefined` under noUncheckedIndexedAccess; a check in the inner loop
    // would cost time and could never fire.
    files: exactRooms.map((room) => `src/${room}/**`),
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/cli/**', 'src/build/**', 'tests/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    // A statechart's type is what XState infers from its definition; it has no name to write down.
    files: ['src/model/labMachine.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/*.gen.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      'prefer-const': 'off',
      'no-unused-labels': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
);
