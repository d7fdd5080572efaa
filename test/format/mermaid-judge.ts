/** Mermaid's own parser, in Node without a DOM: what Mermaid 11 or 12 sees in a text. */
import DOMPurify from 'dompurify';

/** What Mermaid would draw; texts decoded, line breaks as line breaks. */
export interface Seen {
  readonly nodes: readonly { readonly id: string; readonly shape: string; readonly text: string }[];
  /** One entry for each line of text; notes' threads left out. */
  readonly edges: readonly string[];
  readonly notes: readonly string[];
}

export type Judge = (text: string) => Promise<Seen>;

export async function judge(version: 'mermaid' | 'mermaid12'): Promise<Judge> {
  if (!DOMPurify.isSupported) {
    DOMPurify.addHook = () => {};
    DOMPurify.sanitize = ((text: string) => text) as typeof DOMPurify.sanitize;
  }
  const { default: mermaid } = (await import(version)) as { default: Mermaid };
  mermaid.initialize({ logLevel: 5 });
  return async (text) => {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const { nodes, edges } = db.getData();
    return {
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
  return label.replaceAll('<br/>', '\n').replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
