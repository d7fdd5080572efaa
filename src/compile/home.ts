/** Where a node stands: the machine's own module, or one that it imports from, the nearest first. */
import { homeOfCopy } from '../flow/frame.ts';
import type { Module } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import type { Node } from '../syntax/tree.ts';
import { parentsIn } from '../syntax/walk.ts';

export function homeOf(node: Node, module: Module, project: Project): Module {
  const copy = homeOfCopy(node);
  if (copy) return copy;
  const found = new Set([module]);
  for (const one of found) {
    if (one.program === (node as unknown) || parentsIn(one.program).has(node)) return one;
    for (const source of one.sources) {
      const path = project.resolve(source, one.path);
      const next = path === undefined ? undefined : project.module(path).module;
      if (next) found.add(next);
    }
  }
  // Made by us, not written by anybody: shown where the machine is.
  return module;
}
