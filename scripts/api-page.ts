/**
 * In: the entry modules of the package. Out: a Markdown page of everything they export: its signature as it stands in the
 * source, and its docstring. The source is parsed, not run.
 */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type Comment, type Statement, parseSync } from 'oxc-parser';

interface Entry {
  readonly specifier: string;
  readonly file: string;
}

const entries: readonly Entry[] = [
  { specifier: 'yieldchart', file: 'src/index.ts' },
  { specifier: 'yieldchart/compile', file: 'src/compile.ts' },
  { specifier: 'yieldchart/check', file: 'src/check/index.ts' },
  { specifier: 'yieldchart/xstate', file: 'src/xstate.ts' },
  { specifier: 'yieldchart/vitest', file: 'src/vitest/index.ts' },
];

export function apiPage(): string {
  return ['# API', '', 'Written from the docstrings by `npm run docs`. All entries are ES modules.', '', ...entries.map(section)].join('\n');
}

function section({ specifier, file }: Entry): string {
  const exported = exportsOf(file);
  // What can be called comes before the types of what it takes and gives, and what the entry is for before what it passes on.
  const rank = ({ from, local }: Exported): number => (isType(local, from) ? 2 : 0) + (from === file ? 0 : 1);
  const described = exported.toSorted((a, b) => rank(a) - rank(b)).map(({ name, from, local }) => declarationOf(name, local, from));
  const about = proseOf(read(file).comments.find((comment) => comment.start === read(file).text.indexOf('/**'))?.value ?? '');
  return [`## \`${specifier}\``, '', about, '', ...described].join('\n');
}

interface Source {
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly body: readonly Statement[];
  readonly module: ReturnType<typeof parseSync>['module'];
}

function read(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const { comments, program, module } = parseSync(file, text);
  return { text, comments, body: program.body, module };
}

interface Exported {
  readonly name: string;
  /** The file that declares it. */
  readonly from: string;
  /** Its name there. */
  readonly local: string;
}

/** Every name that a module exports, followed to where it is declared, in the order of the exports. */
function exportsOf(file: string): readonly Exported[] {
  return read(file).module.staticExports.flatMap(({ entries: found }) =>
    found.flatMap((entry): Exported[] => {
      const name = entry.exportName.name;
      if (name === null) return [];
      if (!entry.moduleRequest) return [{ name, from: file, local: entry.localName.name ?? name }];
      const target = posix.join(posix.dirname(file), entry.moduleRequest.value);
      const beyond = exportsOf(target).find((exported) => exported.name === (entry.importName.name ?? name));
      if (!beyond) throw new Error(`${file} exports ${name}, which ${target} does not`);
      return [{ ...beyond, name }];
    }),
  );
}

function declarationOf(name: string, local: string, file: string): string {
  const { text, comments } = read(file);
  const [statement, ...others] = declarationsOf(local, file);
  if (!statement) throw new Error(`${file} does not declare ${local}`);
  const comment = comments.findLast(({ end, type, value }) => type === 'Block' && value.startsWith('*') && end <= statement.start && text.slice(end, statement.start).trim() === '');
  const { prose, example } = partsOf(comment?.value ?? '');
  return [`### \`${name}\``, '', ...(prose ? [prose, ''] : []), '```ts', ...overloads([statement, ...others]).map((each) => signature(each, text)), '```', '', ...(example ? ['Example:', '', '```ts', example, '```', ''] : [])].join('\n');
}

function declarationsOf(local: string, file: string): readonly Statement[] {
  return read(file).body.filter((candidate) => declaredNames(candidate).includes(local));
}

function isType(local: string, file: string): boolean {
  return declarationsOf(local, file).every((statement) => /^TS(?:Interface|TypeAlias)/.test((statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement)?.type ?? ''));
}

/** Every way to call a function that says several; what they have in common is nobody's to call. */
function overloads(statements: readonly Statement[]): readonly Statement[] {
  return statements.length > 1 ? statements.slice(0, -1) : statements;
}

function declaredNames(statement: Statement): readonly string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  switch (declaration?.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
      return declaration.id ? [declaration.id.name] : [];
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [declaration.id.name];
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    default:
      return [];
  }
}

/** The declaration without what only the author needs: a function's or a class's body, a constant's value. */
function signature(statement: Statement, text: string): string {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration! : statement;
  const whole = (end: number) => text.slice(declaration.start, end).trim();
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return `${whole(declaration.body?.start ?? declaration.end).replace(/;$/, '')};`;
    case 'ClassDeclaration':
      return `${whole(declaration.body.start)} { … }`;
    case 'VariableDeclaration':
      return `${whole(declaration.declarations[0]?.init?.start ?? declaration.end).replace(/\s*=$/, '')};`;
    default:
      return whole(declaration.end);
  }
}

/** A docstring as Markdown, its example apart. */
function partsOf(comment: string): { readonly prose: string; readonly example?: string } {
  const lines = comment.replace(/^\*/, '').split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const tag = lines.findIndex((line) => /^\s*@example\b/.test(line));
  const prose = (tag < 0 ? lines : lines.slice(0, tag)).map((line) => line.replace(/^@(\w+) /, '- *$1* ').trimEnd()).join('\n').trim();
  return tag < 0 ? { prose } : { prose, example: [lines[tag]!.replace(/^\s*@example\b/, ''), ...lines.slice(tag + 1)].join('\n').trim() };
}

/** The comment at the head of a file as prose. */
function proseOf(comment: string): string {
  return partsOf(comment).prose;
}
