/** Projects over texts, for the tests of the syntax room. */
import { expect } from 'vitest';
import type { Module } from '../../src/syntax/module.ts';
import { createProject, type Project } from '../../src/syntax/project.ts';

/** A project of these files, the first of which is the module. */
export function projectOf(files: Readonly<Record<string, string>>): { project: Project; module: Module } {
  const project = createProject({ read: (path) => files[path] });
  const { module, diagnostics } = project.module(Object.keys(files)[0] as string);
  expect(diagnostics).toEqual([]);
  return { project, module: module as Module };
}
