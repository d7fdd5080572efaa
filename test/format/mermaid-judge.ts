/** Mermaid's own parser, in Node without a DOM: what Mermaid 11 or 12 sees in a text. */
import DOMPurify from 'dompurify';
import { isContextNote } from '../../src/format/mermaid/write/context.ts';
import { unescape } from '../../src/format/mermaid/escape.ts';

/** What Mermaid would draw; texts decoded, line breaks as line breaks. */
export interface Seen extends Flat {
  readonly tree: Tree;
}

/** The same by blocks, without what is said of the context. A block is called by its state's id, or as `X region 1`; a dot as `start of X` or `end of X`. */
export interface Tree {
  /** `X in BLOCK, shape: text`. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly notes: readonly string[];
}

export interface Flat {
  readonly nodes: readonly { readonly id: string; readonly shape: string; readonly text: string }[];
  /** One entry for each line of text; notes' threads left out. */
  readonly edges: readonly string[];
  readonly notes: readonly string[];
}

export type Judge = (text: string) => Promise<Seen>;

/** What Mermaid's `getDiagramFromText` makes of a text. */
export async function parser(version: 'mermaid' | 'mermaid12'): Promise<(text: string) => Promise<{ readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }>> {
  if (!DOMPurify.isSupported) {
    DOMPurify.addHook = () => {};
    DOMPurify.sanitize = ((text: string) => text) as typeof DOMPurify.sanitize;
  }
  const { default: mermaid } = (await import(version)) as { default: Mermaid };
  mermaid.initialize({ logLevel: 5 });
  return async (text) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db.getData();
}

export async function judge(version: 'mermaid' | 'mermaid12'): Promise<Judge> {
  const parse = await parser(version);
  return async (text) => {
    const { nodes, edges } = await parse(text);
    return {
      tree: treeOf(nodes, edges),
      nodes: nodes
        .filter((node) => !node.shape.startsWith('note'))
        .map(({ id, shape, label, description }) => ({ id, shape, text: [label, ...(description ?? [])].map(decode).join('\n---\n') }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      edges: edges
        .filter((edge) => edge.label !== undefined)
        .flatMap(({ start, end, label }) => label!.split('<br/>').map((line) => `${start} --> ${end} : ${decode(line)}`))
        .toSorted(),
      notes: nodes
        .filter((node) => node.shape === 'note')
        .map(({ parentId, position, label }) => `${position} ${parentId} ${decode(label)}`)
        .toSorted(),
    };
  };
}

function treeOf(nodes: readonly Node[], edges: readonly Edge[]): Tree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isDivider = ({ shape }: Node): boolean => shape === 'divider';
  const block = (id: string | undefined): string => {
    const node = id === undefined ? undefined : byId.get(id)!;
    if (!node) return 'the diagram';
    if (!isDivider(node)) return node.id;
    return `${node.parentId} region ${nodes.filter((other) => isDivider(other) && other.parentId === node.parentId).indexOf(node) + 1}`;
  };
  const name = (id: string): string => {
    const node = byId.get(id)!;
    if (node.shape === 'stateStart') return `start of ${block(node.parentId)}`;
    return node.shape === 'stateEnd' ? `end of ${block(node.parentId)}` : id;
  };
  const states = nodes.filter(({ shape }) => !shape.startsWith('note') && shape !== 'divider' && shape !== 'stateStart' && shape !== 'stateEnd');
  return {
    nodes: states.map(({ id, parentId, shape, label, description = [] }) => `${id} in ${block(parentId)}, ${SHAPES[shape] ?? shape}: ${[label, ...description].map(decode).join('\n---\n')}`).toSorted(),
    edges: edges.filter((edge) => edge.label !== undefined).map(({ start, end, label }) => `${name(start)} --> ${name(end)} : ${decode(label!)}`).toSorted(),
    notes: nodes.filter((node) => node.shape === 'note' && !(node.position === 'left of' && isContextNote(decode(node.label)))).map(({ parentId, label }) => `${parentId!.replace(/----parent$/, '')}: ${decode(label)}`).toSorted(),
  };
}

const SHAPES: Readonly<Record<string, string | undefined>> = { rect: 'box', rectWithTitle: 'box', roundedWithTitle: 'block' };

interface Mermaid {
  initialize(config: object): void;
  readonly mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: { getData(): { nodes: readonly Node[]; edges: readonly Edge[] } } }> };
}

interface Node {
  readonly id: string;
  readonly shape: string;
  readonly label: string;
  readonly description?: readonly string[];
  readonly parentId?: string;
  readonly position?: string;
}

interface Edge {
  readonly start: string;
  readonly end: string;
  /** Absent on the thread between a note and its state. */
  readonly label?: string;
}

/** Mermaid keeps `#59;` as `ﬂ°°59¶ß` until it draws. */
function decode(label: string): string {
  const text = label.split(/<br\s*\/?>|\\n|\n/i).map((line) => line.trim()).join('\n');
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/ﬂ°(\w+)¶ß/g, (_, name: string) => unescape(`#${name};`));
}
