import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src in the order in which they may import each other: a room sees the rows above its own, never its own row's
 * neighbours and never a row below (docs/architecture.md).
 */
const ROOMS = [
  ['kernel'],
  ['config'],
  ['database'],
  ['audit'],
  ['jobs'],
  ['mail'],
  ['access'],
  ['http', 'health', 'paper'],
  ['institutions'],
  ['programme'],
  ['training', 'activities', 'assessments'],
  ['sealing'],
  ['tablets'],
  ['reporting'],
  ['governance'],
  ['imports', 'operations', 'demo'],
  ['backup'],
  ['openapi'],
];

const homeless = readdirSync(new URL('./src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !ROOMS.flat().includes(entry.name))
  .map((entry) => `src/${entry.name}`);
if (homeless.length > 0) {
  throw new Error(
    `${homeless.join(', ')}: give the new room its place in ROOMS (eslint.config.mjs) and in docs/architecture.md.`,
  );
}

/** What a room may not import: its neighbours and everything below. */
function zonesOf(row, depth) {
  const below = ROOMS.slice(depth + 1).flat();
  return row.flatMap((room) => {
    const closed = [...row.filter((neighbour) => neighbour !== room), ...below];
    return closed.length === 0
      ? []
      : { target: `./src/${room}`, from: closed.map((name) => `./src/${name}`), message: OUT_OF_ORDER };
  });
}

const OUT_OF_ORDER = 'Imports run one way (docs/architecture.md).';

const serverZones = [
  ...ROOMS.flatMap(zonesOf),
  {
    // The OpenAPI document is built from the whole application; no other room may reach the files that put it together.
    target: ROOMS.flat()
      .filter((room) => room !== 'openapi')
      .map((room) => `./src/${room}`),
    from: './src/*.ts',
    message: OUT_OF_ORDER,
  },
  {
    target: './src/assessments/scoring',
    from: './src',
    except: ['./kernel', './assessments/scoring'],
    message: 'Scoring is pure: it knows the kernel and nothing else.',
  },
  {
    target: './src/reporting/reports',
    from: './src/assessments',
    message:
      'Key figures know nothing of tests of children: those are published as rounded cells, not counted on request.',
  },
  {
    target: './src',
    from: ['./web', './test', './scripts'],
    message: 'The server knows neither the web application nor its tests.',
  },
];
const webZones = [
  {
    target: './web',
    from: './src',
    message: 'The web application knows the server only through the generated client.',
  },
];

const SIZES = {
  complexity: ['error', 10],
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};
const NO_SIZES = Object.fromEntries(Object.keys(SIZES).map((rule) => [rule, 'off']));

const NO_REEXPORT_ALL = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that has it.',
};
const NO_QUERY_RUNNER = {
  selector: "MemberExpression[property.name='createQueryRunner']",
  message:
    "Use the request's transaction (src/database): a hand-driven QueryRunner escapes the actor's scope.",
};
const NO_PARALLEL_QUERIES = {
  selector: "MemberExpression[object.name='Promise'][property.name=/^(all|allSettled|any|race)$/]",
  message: 'A request has one connection: query one after the other.',
};

const typed = {
  files: ['**/*.{ts,tsx}'],
  extends: [...tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    '@typescript-eslint/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    // DTOs are classes for their decorators' sake only: plain objects with their fields are as good, and may be spread.
    '@typescript-eslint/no-misused-spread': 'off',
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/restrict-template-expressions': [
      'error',
      { allowNumber: true, allowBoolean: true, allowNever: true },
    ],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

const imports = {
  files: ['**/*.{ts,tsx,mjs}'],
  plugins: { 'import-x': importX },
  settings: {
    'import-x/extensions': ['.ts', '.tsx', '.mjs'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    'import-x/resolver-next': [
      createNodeResolver({
        extensions: ['.ts', '.tsx', '.js', '.mjs'],
        extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
      }),
    ],
  },
  rules: {
    // That no imports go round: scripts/find-cycles.mjs.
    'import-x/no-default-export': 'error',
    'import-x/no-restricted-paths': [
      'error',
      { basePath: import.meta.dirname, zones: [...serverZones, ...webZones] },
    ],
  },
};

const server = {
  files: ['src/**/*.ts', 'migrations/**/*.ts'],
  languageOptions: {
    // Without these the type-import rule turns injected classes into types, and injection breaks at run time.
    parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true },
  },
  rules: {
    ...SIZES,
    'no-console': 'error',
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: '@nestjs/common',
            importNames: ['forwardRef'],
            message: 'Imports run one way: turn the dependency round.',
          },
          {
            name: '@nestjs/typeorm',
            importNames: ['InjectRepository'],
            message: "Use the request's transaction: database.repo(Entity).",
          },
          {
            name: 'typeorm',
            importNames: ['OneToMany'],
            message: 'Relations point one way only (@ManyToOne).',
          },
          ...['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: 'Only src/config/env.ts reads it.',
          })),
        ],
      },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: 'Only src/config/env.ts reads the environment.' },
    ],
    'no-restricted-syntax': ['error', NO_REEXPORT_ALL, NO_QUERY_RUNNER],
  },
};

const web = {
  files: ['web/**/*.{ts,tsx}'],
  plugins: { 'react-hooks': reactHooks },
  rules: {
    ...SIZES,
    'react-hooks/rules-of-hooks': 'error',
    'react-hooks/exhaustive-deps': 'error',
    'no-restricted-syntax': ['error', NO_REEXPORT_ALL],
  },
};

const TESTS = ['**/*.{spec,test}.{ts,tsx}', 'test/**/*.ts'];

export default defineConfig(
  {
    ignores: ['**/dist/', '**/dist.*/', '**/node_modules/', '.data/', 'coverage/', 'web/src/api/schema.d.ts'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  typed,
  imports,
  // no-control-regex is off: refusing control characters in what people type is one of this code's jobs.
  { rules: { eqeqeq: 'error', 'no-warning-comments': 'error', 'no-control-regex': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['web/public/**/*.js'],
    languageOptions: { globals: { document: 'readonly', window: 'readonly' } },
  },
  server,
  { files: ['src/config/env.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/main.ts', 'src/maintain.ts', 'src/demo/**'], rules: { 'no-console': 'off' } },
  { files: ['src/database/**'], rules: { 'no-restricted-syntax': ['error', NO_REEXPORT_ALL] } },
  {
    files: ['src/**/*.{controller,service,repository,sql}.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_REEXPORT_ALL, NO_QUERY_RUNNER, NO_PARALLEL_QUERIES] },
  },
  {
    files: ['src/**/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'Program', message: 'No barrel index.ts in src.' }],
    },
  },
  { files: ['migrations/**'], rules: NO_SIZES },
  web,
  {
    files: ['web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { ...SIZES['max-lines-per-function'][1], max: 120 }] },
  },
  {
    files: TESTS,
    rules: {
      ...NO_SIZES,
      // A module that a test loads from the built product has its type by its path in src.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      // expect.any() and friends are typed `any`; a test may insist that something is there.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  // Tools that look for a default export: Vite, Jest, Jest's runners.
  { files: ['**/*.config.{ts,mjs}', 'test/support/*.mjs'], rules: { 'import-x/no-default-export': 'off' } },
  prettier,
);
