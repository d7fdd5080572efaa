/** What the code refers to outside the machine in, import statements and copied declarations out. */
import type { Chart, Dependency } from '../../../chart/chart.ts';

type Import = Extract<Dependency, { kind: 'import' }>;

/** The import statements, one for each module, in the order of the chart. `from` is the folder the text will be in. */
export function importLines(chart: Chart, from: string): readonly string[] {
  const imports = chart.dependencies.filter((each) => each.kind === 'import');
  const sources = [...new Set(imports.map((each) => specifier(each, from)))];
  return sources.flatMap((source) => {
    const here = imports.filter((each) => specifier(each, from) === source);
    const attributes = here.find((each) => each.spelt?.attributes !== undefined)?.spelt?.attributes;
    const rest = `from '${source}'${attributes === undefined ? '' : ` with ${attributes}`};`;
    return [...clauses(here.filter((each) => !each.typeOnly)).map((clause) => `import ${clause} ${rest}`), ...clauses(here.filter((each) => each.typeOnly)).map((clause) => `import type ${clause} ${rest}`)];
  });
}

export function copiedTexts(chart: Chart): readonly string[] {
  return chart.dependencies.flatMap((each) => (each.kind === 'copy' ? [each.text.trimEnd()] : []));
}

/** A default, a namespace and names each have a clause of their own. */
function clauses(imports: readonly Import[]): readonly string[] {
  const named = imports.filter((each) => each.exported !== 'default' && each.exported !== '*');
  const single = imports.filter((each) => !named.includes(each)).map((each) => (each.exported === '*' ? `* as ${each.name}` : each.name));
  return [...single, ...(named.length === 0 ? [] : [`{ ${named.map((each) => (each.exported === each.name ? each.name : `${each.exported} as ${each.name}`)).join(', ')} }`])];
}

function specifier(dependency: Import, from: string): string {
  return dependency.package ? dependency.from : (dependency.spelt?.alias ?? relativePath(from, dependency.spelt?.path ?? dependency.from));
}

/** The way from a folder to a file, as an import says it: `./x.ts`, `../lib/x.ts`. */
function relativePath(folder: string, file: string): string {
  const [here, there] = [segments(folder), segments(file)];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  const way = [...up, ...there.slice(shared)];
  return (way[0] === '..' ? way : ['.', ...way]).join('/');
}

/** The folder that a file is in. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function segments(path: string): readonly string[] {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '.' || (part === '' && kept.length > 0)) continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (part !== '' || path.startsWith('/')) kept.push(part);
  }
  return kept;
}
