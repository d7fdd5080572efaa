/** An accordion of which at most one section is open. */
export type Section = "shipping" | "returns" | "warranty";

export type AccordionEvent = { type: "toggle"; section: Section } | { type: "collapse" };

export function* accordion(open?: Section): Generator<Section | "all closed", never, AccordionEvent> {
  while (true) {
    const event: AccordionEvent = yield open ?? "all closed";
    open = event.type === "toggle" && event.section !== open ? event.section : undefined;
  }
}
