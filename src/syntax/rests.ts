/**
 * What a type rests on: a node in, all the text of the project's modules that its meaning can depend on out, through names,
 * imports and re-exports, declaration by declaration. What stands elsewhere in these files is not in it: while this text is the
 * same, so is the type, whatever else is edited.
 */
import type { Binding, Module } from './module.ts';
import type { Project } from './project.ts';
import type { Node } from './tree.ts';
import { walk } from './walk.ts';

/**
 *     restsOn(annotation, module, project) // of `Ev`: the annotation, and what declares `Ev`
 */
export function restsOn(root: Node, module: Module, project: Project): string {
  const parts: string[] = [namesIn(module)];
  const seen = new Set<Node>();
  const pending: { readonly node: Node; readonly module: Module }[] = [{ node: root, module }];

  for (let part = pending.pop(); part; part = pending.pop()) {
    if (seen.has(part.node)) continue;
    seen.add(part.node);
    const said = outward(part.node);
    parts.push(`${part.module.path} ${part.module.text.slice(said.start, said.end)}`);
    read(said, part.module);
  }
  return parts.join('\n');

  function read(node: Node, home: Module): void {
    walk(node, (inner) => {
      if (inner.type === 'TSImportType' || inner.type === 'ImportExpression') whole(inner.source.type === 'Literal' ? String(inner.source.value) : '', home);
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
    }
  }

  /** `import * as x`, `import('x')`: anything in the module may be meant. */
  function whole(specifier: string, home: Module): void {
    const path = project.resolve(specifier, home.path);
    const next = path === undefined ? undefined : project.module(path).module;
    if (next) pending.push({ node: next.program, module: next });
    else parts.push(`all of ${specifier}`);
  }
}

/** A function that says what it returns says it before its body. */
function outward(node: Node): Node {
  return node.type === 'FunctionDeclaration' && node.returnType ? ({ ...node, end: node.returnType.end, body: null } as Node) : node;
}

/** The names at the top of the module: by these a type is printed. */
function namesIn({ scope }: Module): string {
  const bindings = [...scope.types.values(), ...scope.bindings.values()];
  return bindings.map(({ name, imported }) => (imported ? `${name} = ${imported.name} of ${imported.from}` : name)).join(', ');
}
