import { posix } from 'node:path';
import ts from 'typescript';

/** A package that files of a room may import; subpaths of it and, for `node:`, every module of Node included. */
interface AllowedPackage {
  readonly name: string;
  /** The only file of the room that may import it, relative to the room. */
  readonly onlyIn?: string;
  /** At most one file of the room may import it, whichever it is. */
  readonly oneFile?: true;
  /** Importing types alone, which leaves no trace in the program, is free to the whole room. */
  readonly typesAnywhere?: true;
}

/** A folder of src/ and all it may depend on. */
interface Room {
  readonly name: string;
  /** Rooms it may import from, besides itself. */
  readonly rooms: readonly string[];
  readonly packages: readonly AllowedPackage[];
  /** Folders at the top level (scenarios, package.json, …) it may import from. */
  readonly topLevel?: readonly string[];
}

const leftOfScenario = ['numbers', 'messages', 'parameters'];
const leftOfEngine = [...leftOfScenario, 'scenario', 'model'];
const leftOfApp = [...leftOfEngine, 'engine', 'results', 'analysis'];

/** Data flows one way: a room imports rooms before it in this list, and only those named here. */
export const rooms: readonly Room[] = [
  { name: 'numbers', rooms: [], packages: [] },
  { name: 'messages', rooms: [], packages: [] },
  { name: 'parameters', rooms: ['numbers', 'messages'], packages: [{ name: 'valibot' }] },
  {
    name: 'scenario',
    rooms: leftOfScenario,
    packages: [{ name: 'valibot' }, { name: '@noble/hashes' }],
    topLevel: ['scenarios'],
  },
  {
    name: 'model',
    rooms: [...leftOfScenario, 'scenario'],
    packages: [{ name: 'xstate', onlyIn: 'labMachine.ts' }],
  },
  {
    name: 'engine',
    rooms: leftOfEngine,
    packages: [
      { name: 'seedrandom', oneFile: true },
      { name: 'xstate', onlyIn: 'stepper.ts' },
    ],
  },
  { name: 'results', rooms: [...leftOfEngine, 'engine'], packages: [] },
  { name: 'analysis', rooms: [...leftOfEngine, 'engine', 'results'], packages: [] },
  {
    name: 'app',
    rooms: leftOfApp,
    packages: [
      { name: 'svelte' },
      { name: 'chart.js', oneFile: true, typesAnywhere: true },
      { name: 'lean-qr', oneFile: true },
    ],
    topLevel: ['package.json'],
  },
  { name: 'cli', rooms: leftOfApp, packages: [{ name: 'node:' }], topLevel: ['package.json'] },
  {
    name: 'build',
    rooms: leftOfApp,
    packages: [
      { name: 'node:' },
      { name: 'vite' },
      { name: 'xstate' },
      { name: 'valibot' },
      { name: '@valibot/to-json-schema' },
      { name: 'typescript' },
      { name: 'prettier' },
      { name: 'marked' },
      { name: 'elkjs' },
    ],
    topLevel: ['scenarios', 'package.json'],
  },
];

/** A source file; `path` is relative to the repository's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An import that the rooms don't allow. */
export interface RoomIssue {
  readonly path: string;
  readonly specifier: string;
  readonly reason: string;
}

interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
}

/** The script of a module, or the script blocks of a Svelte component. */
function scriptOf({ path, text }: SourceFile): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((block) => block[1]).join('\n');
}

function isTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

/** Whether an address ends in a file's name; one of a folder, such as the repository's root, imports nothing. */
function namesFile(address: string): boolean {
  return /\.\w+(\?.*)?$/.test(address);
}

/** The literals a call names files by: `import('…')`, `import.meta.glob('…')` and `new URL('…', import.meta.url)`. */
function literalsOfCall(node: ts.CallExpression | ts.NewExpression): string[] {
  const callee = node.expression;
  const namesFiles =
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isPropertyAccessExpression(callee) &&
      ts.isMetaProperty(callee.expression) &&
      callee.name.text === 'glob') ||
    (ts.isNewExpression(node) &&
      callee.getText() === 'URL' &&
      node.arguments?.[1]?.getText() === 'import.meta.url');
  const first = node.arguments?.[0];
  if (!namesFiles || first === undefined) return [];
  const literals = ts.isArrayLiteralExpression(first) ? [...first.elements] : [first];
  return literals
    .filter((literal) => ts.isStringLiteralLike(literal))
    .map((literal) => literal.text)
    .filter((text) => !text.startsWith('!') && (!ts.isNewExpression(node) || namesFile(text)));
}

/** Everything a file imports, by whatever syntax, types included. */
export function importsOf(file: SourceFile): Import[] {
  const source = ts.createSourceFile(`${file.path}.ts`, scriptOf(file), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const specifier = node.moduleSpecifier;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) {
        found.push({ specifier: specifier.text, typesOnly: isTypesOnly(node) });
      }
    } else if (ts.isImportTypeNode(node)) {
      const { argument } = node;
      if (ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)) {
        found.push({ specifier: argument.literal.text, typesOnly: true });
      }
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      for (const specifier of literalsOfCall(node)) found.push({ specifier, typesOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function roomOf(path: string): Room | undefined {
  const [top, name, file] = path.split('/');
  return top === 'src' && file !== undefined ? rooms.find((room) => room.name === name) : undefined;
}

function allows({ name }: AllowedPackage, specifier: string): boolean {
  return name.endsWith(':')
    ? specifier.startsWith(name)
    : specifier === name || specifier.startsWith(`${name}/`);
}

/** Why `room` may not import what a relative or absolute specifier leads to; undefined when it may. */
function reasonAgainstPath(room: Room, path: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  const target = bare.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(path), bare);
  const [top, targetRoom] = target.split('/');
  if (top !== 'src') {
    return room.topLevel?.includes(top ?? '') === true
      ? undefined
      : `${room.name} may not import from ${target}`;
  }
  if (targetRoom === room.name || room.rooms.includes(targetRoom ?? '')) return undefined;
  return `${room.name} may not import from ${targetRoom ?? target}`;
}

/**
 * Every import among `files` (all of src/) that crosses rooms the wrong way or brings in a package the room may not
 * use, and every file that stands in no room. An empty list means that the rooms hold.
 */
export function checkRooms(files: readonly SourceFile[]): RoomIssue[] {
  const issues: RoomIssue[] = [];
  /** Files that import a package which only one file of the room may import, by room and package. */
  const users = new Map<string, string>();
  for (const file of files) {
    const { path } = file;
    const room = roomOf(path);
    if (room === undefined) {
      issues.push({ path, specifier: '', reason: 'the file stands in no room of src' });
      continue;
    }
    for (const { specifier, typesOnly } of importsOf(file)) {
      const reject = (reason: string): void => void issues.push({ path, specifier, reason });
      if (/^[./]/.test(specifier)) {
        const reason = reasonAgainstPath(room, path, specifier);
        if (reason !== undefined) reject(reason);
        continue;
      }
      const allowed = room.packages.find((candidate) => allows(candidate, specifier));
      if (allowed === undefined) {
        reject(`${room.name} may not import the package ${specifier}`);
        continue;
      }
      if (typesOnly && allowed.typesAnywhere === true) continue;
      if (allowed.onlyIn !== undefined && path !== `src/${room.name}/${allowed.onlyIn}`) {
        reject(`in ${room.name}, only ${allowed.onlyIn} may import ${allowed.name}`);
      }
      if (allowed.oneFile === true) {
        const key = `${room.name} ${allowed.name}`;
        const first = users.get(key) ?? path;
        users.set(key, first);
        if (first !== path) reject(`in ${room.name}, one file may import ${allowed.name}, and ${first} does`);
      }
    }
  }
  return issues;
}
