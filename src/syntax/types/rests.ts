/**
 * What a type rests on: a node in, all the text of the project's modules that its meaning can depend on out, through names,
 * imports and re-exports, declaration by declaration. What stands elsewhere in these files is not in it: while this text is the
 * same, so is the type, whatever else is edited.
 */
import type { Binding, Module } from '../module.ts';
import type { Project } from '../project.ts';
import type { Node } from '../tree.ts';
import { walk } from '../walk.ts';

export interface Rests {
  readonly text: string;
  /** Whether anything in it has to be computed, or stands outside the project: else nobody can tell more than is written. */
  readonly isComputed: boolean;
}

/**
 *     restsOn(annotation, module, project).text // of `Ev`: the annotation, and what declares `Ev`
 */
export function restsOn(root: Node, module: Module, project: Project): Rests {
  const parts: string[] = [namesIn(module)];
  const seen = new Set<Node>();
  const pending: { readonly node: Node; readonly module: Module }[] = [{ node: root, module }];
  let isComputed = false;

  for (let part = pending.pop(); part; part = pending.pop()) {
    if (seen.has(part.node)) continue;
    seen.add(part.node);
    const said = outward(part.node);
    parts.push(`${part.module.path} ${part.module.text.slice(said.start, said.end)}`);
    read(said, part.module);
  }
  return { text: parts.join('\n'), isComputed };

  function read(node: Node, home: Module): void {
    walk(node, (inner) => {
      isComputed ||= COMPUTED.has(inner.type) || (inner.type === 'TSTypeParameter' && inner.constraint?.type === 'TSTypeReference');
      if (inner.type === 'TSImportType' || inner.type === 'ImportExpression') whole(inner.source.type === 'Literal' ? String(inner.source.value) : '', home);
      const name = inner.type === 'TSTypeReference' ? leftmost(inner.typeName) : undefined;
      isComputed ||= name?.type === 'Identifier' && !home.bindings.has(name) && !PLAIN.has(name.name);
      const binding = inner.type === 'Identifier' ? home.bindings.get(inner) : undefined;
      if (binding) declared(binding, home);
    });
  }

  function declared(binding: Binding, home: Module): void {
    for (const space of ['type', 'value'] as const) {
      const found = project.lookup(binding, home, space);
      if (!found) parts.push(`${home.path} ${binding.name} from ${binding.imported?.from}`);
      else if ('package' in found) parts.push(`${found.name} of ${found.package}`);
      else if (found.binding.kind === 'import') whole(found.binding.imported?.from ?? '', found.module);
      else pending.push(...found.binding.declarations.map((node) => ({ node, module: found.module })));
      isComputed ||= !found || 'package' in found;
    }
  }

  /** `import * as x`, `import('x')`: anything in the module may be meant. */
  function whole(specifier: string, home: Module): void {
    const path = project.resolve(specifier, home.path);
    const next = path === undefined ? undefined : project.module(path).module;
    if (next) pending.push({ node: next.program, module: next });
    else parts.push(`all of ${specifier}`);
    isComputed ||= !next;
  }
}

function leftmost(name: Node): Node {
  return name.type === 'TSQualifiedName' ? leftmost(name.left) : name;
}

/** Types that say what they are only when they are worked out. */
const COMPUTED: ReadonlySet<string> = new Set(['TSConditionalType', 'TSTypeQuery', 'TSTemplateLiteralType', 'TSMappedType', 'TSIndexedAccessType', 'TSTypeOperator', 'TSIntersectionType', 'TSInterfaceHeritage', 'CallExpression']);

/** What everyone has, and means no more than it says. */
const PLAIN: ReadonlySet<string> = new Set(
  'Array ReadonlyArray Record Partial Required Readonly Map Set WeakMap WeakSet ReadonlyMap ReadonlySet Promise Date RegExp Error Function Generator AsyncGenerator Iterator Iterable IterableIterator AsyncIterator AsyncIterable AsyncIterableIterator IteratorObject undefined const'.split(' '),
);

/** A function that says what it returns says it before its body. */
function outward(node: Node): Node {
  return node.type === 'FunctionDeclaration' && node.returnType ? ({ ...node, end: node.returnType.end, body: null } as Node) : node;
}

/** The names at the top of the module: by these a type is printed. */
function namesIn({ scope }: Module): string {
  const bindings = [...scope.types.values(), ...scope.bindings.values()];
  return bindings.map(({ name, imported }) => (imported ? `${name} = ${imported.name} of ${imported.from}` : name)).join(', ');
}
