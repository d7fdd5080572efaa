/**
 * What a machine's code refers to in, what that stands for out: the text of its declaration and of all that this refers to in turn, through
 * imports, without comments. Two versions of a machine that are written alike still do not do the same where these differ.
 */
import type { Dependency } from '../chart/chart.ts';
import { squeezed } from '../chart/code.ts';
import type { Binding, Module } from '../syntax/module.ts';
import { parseModule } from '../syntax/parse.ts';
import type { Project } from '../syntax/project.ts';
import { pushChildren } from '../syntax/walk.ts';
import type { Node } from '../syntax/tree.ts';

/** By the name in the machine's code. What comes from a package stands for itself; types mean nothing when the machine runs. */
export function meaningsOf(dependencies: readonly Dependency[], project: Project): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const dependency of dependencies) {
    if (dependency.typeOnly) continue;
    if (dependency.kind === 'copy') meanings.set(dependency.name, bare(dependency.text));
    else if (dependency.package) meanings.set(dependency.name, `${dependency.exported} of ${dependency.from}`);
    else meanings.set(dependency.name, exportMeaning(dependency.exported, dependency.from, project));
  }
  return meanings;
}

function exportMeaning(exported: string, path: string, project: Project): string {
  const { module } = project.module(path);
  if (!module) return '';
  const names = exported === '*' ? [...module.exports.keys()] : [exported];
  const texts: string[] = [];
  const seen = new Set<Binding>();
  const pending: (readonly [Binding, Module])[] = [];
  const follow = (found: ReturnType<Project['lookup']>): void => {
    if (!found) return;
    if ('package' in found) texts.push(`${found.name} of ${found.package}`);
    else pending.push([found.binding, found.module]);
  };
  for (const name of names) follow(project.lookupExport(name, module));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [binding, home] = next;
    if (seen.has(binding)) continue;
    seen.add(binding);
    texts.push(...binding.declarations.map((node) => declared(binding, node, home)));
    for (const other of binding.declarations.flatMap((node) => mentioned(node, home))) follow(project.lookup(other, home));
  }
  return texts.join('\n');
}

function declared(binding: Binding, node: Node, { text }: Module): string {
  const own = text.slice(node.start, node.end);
  return bare(node.type === 'VariableDeclarator' ? `${binding.kind} ${own};` : own);
}

/** The names of the module itself that stand in a declaration. */
function mentioned(node: Node, { bindings, scope }: Module): readonly Binding[] {
  const found: Binding[] = [];
  const stack = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const binding = at.type === 'Identifier' ? bindings.get(at) : undefined;
    if (binding?.scope === scope) found.push(binding);
    pushChildren(stack, at);
  }
  return found;
}

/** The text without comments, and with one space wherever there are some, but in what it quotes. */
function bare(text: string): string {
  const comments = parseModule('declaration.ts', text).module?.comments ?? [];
  const kept = comments.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
  return squeezed(kept);
}
