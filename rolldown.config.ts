/**
 * Two bundles. The entries of the package, as ES modules, what they share in chunks beside them. And the command line, which
 * must start fast: CommonJS, because setting up Node's loader of ES modules costs as much as compiling a machine, in few
 * files, what is slow to load in chunks of their own that a command asks for when it needs them.
 */
import { type BuildOptions, type Plugin, defineConfig } from 'rolldown';

export function packageBundles(dist: string): BuildOptions[] {
  return [
    {
      input: { index: 'src/index.ts', compile: 'src/compile.ts', check: 'src/check/index.ts', xstate: 'src/xstate.ts', vitest: 'src/vitest/index.ts' },
      platform: 'node',
      external: /^[^./]/,
      // What is said in comments is in the declarations; without space between words it is a sixth less to install.
      output: { dir: dist, format: 'esm', cleanDir: true, comments: { jsdoc: false }, minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } }, entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
    },
    {
      input: { yieldchart: 'src/cli/bin.ts' },
      platform: 'node',
      // The parser is an ES module, which CommonJS cannot load at once: its JavaScript is bundled.
      external: /^(?!oxc-parser$)[^./]/,
      plugins: [nativeParser],
      preserveEntrySignatures: false,
      output: {
        dir: `${dist}/cli`,
        format: 'cjs',
        cleanDir: true,
        // Less to read at each start; the names stay, for a trace in a report to mean something.
        minify: { compress: true, mangle: { keepNames: true } },
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name].cjs',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'compiler', test: /oxc-parser|src\/(?:syntax\/(?!specifier)|flow|interpret|extract|compile|host|format\/mermaid|cli\/typescript)/, priority: 2 },
            { name: 'commands', test: /src\/(?:cli\/(?!bin|typescript|watch|read\/(?:parts|live-machine|load|readable))|syntax\/specifier|diagnostic|chart)/, priority: 1 },
          ],
        },
      },
    },
  ];
}

/** What is native in the parser is a package of its own that the parser depends on, not we: it is looked for from there. */
const nativeParser: Plugin = {
  name: 'native-parser',
  transform(code, id) {
    if (!/oxc-parser[\\/]src-js[\\/](?:bindings|index)\.js$/.test(id)) return undefined;
    const looked = code.replace('createRequire(import.meta.url)', "createRequire(createRequire(__filename).resolve('oxc-parser'))");
    if (looked === code) throw new Error(`${id} no longer looks for its native part as it did`);
    return looked;
  },
};

export default defineConfig(packageBundles('dist'));
