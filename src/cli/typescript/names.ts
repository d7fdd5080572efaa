/** The names that mean something at the top of a module: what it declares and imports there, and what everyone has. */
import type { Engine, Name, SourceNode, SyntaxNode } from './engine.ts';

export interface Names {
  /** The name of a class, an enum, an interface, an alias, as it can be written at the top of the module; nothing where it has none there. */
  of(name: Name): string | undefined;
}

export function namesIn(source: SourceNode, engine: Engine): Names {
  const own = new Map<unknown, string>();
  const taken = new Set<string>();
  for (const identifier of source.statements.flatMap((statement) => declaredBy(statement, engine))) {
    taken.add(identifier.text ?? '');
    const name = engine.nameAt(identifier);
    if (name && !own.has(name.key)) own.set(name.key, identifier.text ?? '');
  }
  const names: Names = {
    of(name) {
      const known = own.get(name.key);
      if (known !== undefined) return known;
      const owner = name.owner();
      if (owner && isIdentifier(owner.text)) {
        const prefix = names.of(owner);
        return prefix === undefined || !isIdentifier(name.text) ? undefined : `${prefix}.${name.text}`;
      }
      return isIdentifier(name.text) && !taken.has(name.text) && isForAll(name, engine) ? name.text : undefined;
    },
  };
  return names;
}

/** The identifiers that a statement declares. */
function declaredBy(statement: SyntaxNode, engine: Engine): readonly SyntaxNode[] {
  switch (engine.kindOf(statement)) {
    case 'ClassDeclaration':
    case 'EnumDeclaration':
    case 'InterfaceDeclaration':
    case 'TypeAliasDeclaration':
    case 'ModuleDeclaration':
    case 'FunctionDeclaration':
    case 'ImportEqualsDeclaration':
      return statement.name ? [statement.name] : [];
    case 'ImportDeclaration':
    case 'VariableStatement':
      return identifiersIn(statement, engine);
    default:
      return [];
  }
}

/** `a`, `b` and `c` of `import a, { x as b, c } from …`; of a statement, the variables that it declares. */
function identifiersIn(node: SyntaxNode, engine: Engine): readonly SyntaxNode[] {
  return engine.children(node).flatMap((child) => {
    const kind = engine.kindOf(child);
    if (/^(ImportClause|ImportSpecifier|NamespaceImport|VariableDeclaration)$/.test(kind)) {
      const name = child.name && engine.kindOf(child.name) === 'Identifier' ? [child.name] : [];
      return kind === 'ImportClause' ? [...name, ...identifiersIn(child, engine)] : name;
    }
    return /^(NamedImports|VariableDeclarationList)$/.test(kind) ? identifiersIn(child, engine) : [];
  });
}

/** Whether it is declared outside any module: by TypeScript's own libraries, in a script, in `declare global`. */
export function isForAll(name: Name, engine: Engine): boolean {
  if (name.files.some(isLibrary)) return true;
  const owner = name.owner();
  if (owner && owner.text !== '__global') return false;
  return name.declarations().some((declaration) => {
    for (let node = declaration.parent; node; node = node.parent) {
      const kind = engine.kindOf(node);
      if (kind === 'SourceFile') return (node as SourceNode).externalModuleIndicator === undefined;
      if (kind === 'ModuleDeclaration') return node.name?.text === 'global';
      if (/Function|Method|Accessor|Constructor|^Class/.test(kind)) return false;
    }
    return false;
  });
}

export function isLibrary(file: string): boolean {
  return /(?:^|\/)lib\.[\w.]+\.d\.ts$/.test(file);
}

function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text) && !text.startsWith('__');
}
