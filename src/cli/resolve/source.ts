/**
 * In: a file that a package.json names, which may be built, or only say the types. Out: where it may have been written, the likeliest first.
 */
import { join, relative, sep } from 'node:path';
import { isWithin } from './config.ts';

/** `sources`: what the package's own tsconfig says of its folders. */
export function writtenAs(target: string, folder: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const [, stem, kind] = /^(.*?)(?:\.d)?\.([cm]?)[jt]sx?$/.exec(target) ?? [];
  if (stem === undefined) return [target];
  const isDeclared = DECLARATION.test(target);
  if (!isDeclared && /ts|tsx$/.test(target.slice(stem.length))) return [target];
  const said = [...sources].filter(([built]) => isWithin(stem, built)).map(([built, from]) => join(from, relative(built, stem)));
  const stems = [stem, ...said, ...guessed(stem, folder)];
  const endings = kind ? [`.${kind}ts`, '.ts', '.tsx'] : ['.ts', '.tsx', '.mts'];
  return [...stems.flatMap((one) => endings.map((ending) => one + ending)), ...(isDeclared ? [`.${kind}js`, '.js', '.jsx'].map((ending) => stem + ending) : [target])];
}

/** `dist/a/b` is written in `src/a/b`, or beside `dist`. */
function guessed(stem: string, folder: string): readonly string[] {
  const parts = relative(folder, stem).split(sep);
  const stems: string[] = [];
  for (let built = 1; built < parts.length && built <= 2 && BUILT.has(parts[built - 1]!); built += 1) stems.push(join(folder, 'src', ...parts.slice(built)), join(folder, ...parts.slice(built)));
  return stems;
}

const BUILT: ReadonlySet<string> = new Set(['dist', 'build', 'lib', 'out', 'output', 'esm', 'cjs', 'types', 'typings']);
const DECLARATION = /\.d\.[cm]?ts$/;
