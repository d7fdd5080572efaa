declare namespace JSX {
  interface Element {
    readonly tag: string;
  }
  interface IntrinsicElements {
    readonly [tag: string]: object;
  }
}
