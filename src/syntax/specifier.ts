/**
 * What the specifier of an import says of files: a specifier and the path it is written in, in; the paths where the file
 * may be, the likeliest first, out. Whether one is there, somebody else looks.
 */

/** Whether it names a file by a path, and not a package, an alias or a module of Node's. */
export function isPath(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..';
}

/** Whether the file is one to read: a picture or a style sheet, which a bundler makes something of, is not. */
export function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json)$/.test(path);
}

/** Whether the file says its types in comments, if at all. */
export function isJavaScript(path: string): boolean {
  return JAVASCRIPT.test(path);
}

/**
 * The paths that a specifier which is a path may mean in a file, as TypeScript looks: `./a.js` is written for `a.ts`. What is plain
 * JavaScript means by `./a.js` that very file, if it is there. `..` and `./a/` are folders, and mean no file of that name.
 *
 *     files('./table.js', 'machines/light.ts'); // ['machines/table.ts', 'machines/table.tsx', …, 'machines/table.js', …]
 */
export function files(specifier: string, fromPath: string): readonly string[] {
  return /(?:^|\/)\.{0,2}$/.test(specifier) ? [] : filesAt(whole(specifier, fromPath), JAVASCRIPT.test(fromPath));
}

/** Where none of these is there, those that stand for the folder, unless its package.json says that another one does. */
export function indexes(specifier: string, fromPath: string): readonly string[] {
  return indexesIn(whole(specifier, fromPath));
}

function whole(specifier: string, fromPath: string): string {
  return specifier.startsWith('/') ? specifier : join(fromPath, specifier);
}

/** The files that a path may mean which is whole. `asWritten`: a file of just that name comes before what it may be written for. */
export function filesAt(path: string, asWritten = false): readonly string[] {
  if (path === '') return [];
  // TypeScript takes `a.ts` for `a.js`: so it finds `a.tsx` and `a.d.ts`, too.
  const written = path.replace(/(?<!\.d\.[cm]?)(?<=\.[cm]?)t(?=sx?$)/, 'j');
  const sources = writtenFor(written);
  const own = written !== path ? [path, ...sources!] : asWritten || !sources ? [path, ...(sources ?? [])] : [...sources, path];
  return [...own, ...declarationFor(written), ...ENDINGS.map((ending) => `${path}.${ending}`)];
}

/** The files that stand for a folder. */
export function indexesIn(folder: string): readonly string[] {
  return ENDINGS.map((ending) => `${folder === '' ? '' : `${folder}/`}index.${ending}`);
}

/** What `a.js`, `a.mjs`, `a.cjs`, `a.jsx` are compiled from; nothing for another ending. */
export function writtenFor(path: string): readonly string[] | undefined {
  const [, stem, kind, isJsx] = /^(.*)\.([cm]?)js(x?)$/.exec(path) ?? [];
  if (stem === undefined) return undefined;
  if (isJsx) return [`${stem}.tsx`, `${stem}.ts`];
  return kind ? [`${stem}.${kind}ts`] : [`${stem}.ts`, `${stem}.tsx`];
}

/** Where the types of `a.js` may be declared. */
export function declarationFor(path: string): readonly string[] {
  const [, stem, kind] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  return stem === undefined ? [] : [`${stem}.d.${kind}ts`];
}

/** The specifier from the folder of a file, without `.` and `..` in the middle. */
export function join(fromPath: string, specifier: string): string {
  const parts: string[] = [];
  for (const part of [...fromPath.split('/').slice(0, -1), ...specifier.split('/')]) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else if (part !== '' || parts.length === 0) parts.push(part);
  }
  return parts.join('/');
}

const JAVASCRIPT = /\.[cm]?jsx?$/;
const ENDINGS = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'd.ts', 'd.mts', 'd.cts', 'json'];
