/** The settings a file is read under: those of the tsconfig that governs it, and what is asked for beside. */

export interface Settings {
  readonly compilerOptions: {
    /** Whatever the tsconfig says: nothing is written, and nothing but types is asked. */
    readonly always: Readonly<Record<string, unknown>>;
    /** Without a tsconfig. */
    readonly alone: Readonly<Record<string, unknown>>;
  };
}

export function settings(roots: readonly string[]): Settings {
  const isScript = roots.some((path) => /\.[cm]?jsx?$/.test(path));
  return {
    compilerOptions: {
      always: { noEmit: true, composite: false, incremental: false, declaration: false, skipLibCheck: true, ...(isScript ? { allowJs: true } : {}) },
      alone: { strict: true, target: 'esnext', module: 'esnext', moduleResolution: 'bundler', allowImportingTsExtensions: true, resolveJsonModule: true, jsx: 'preserve' },
    },
  };
}
