/**
 * Answers that are kept by node or by binding, for one project each. What rests on more than the node's own text must not be kept for
 * longer: in the next project, the modules around may be others, and a compiler that notes what each machine looks at gives each
 * machine a project of its own (`observed.ts`). A compiler that does not lets the machines of one file share theirs.
 */
import type { Project } from './project.ts';

export function rememberedIn<K extends object, V>(): (project: Project) => WeakMap<K, V> {
  const all = new WeakMap<Project, WeakMap<K, V>>();
  return (project) => {
    const known = all.get(project);
    if (known) return known;
    const made = new WeakMap<K, V>();
    all.set(project, made);
    return made;
  };
}
