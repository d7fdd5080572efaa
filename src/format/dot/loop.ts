/**
 * Loops whose words have a place of their own. Graphviz keeps room for the words of an arrow from a shape to itself, but
 * lets other arrows run through it. So the words are laid out as a shape beside the state, and the loop is drawn between.
 */
import type { Box, Point, Route } from './layout.ts';

const WORDS = 'words_';

/** What the shape is called that keeps room for the words of a loop. */
export function wordsOf(arrow: string): string {
  return WORDS + arrow;
}

export function isWords(shape: string): boolean {
  return shape.startsWith(WORDS);
}

const ROUND = 'round_';
const PORT = 'port_';
const MIDDLE = 'middle_';

/** What the shape is called that keeps room for the words of an arrow from a group to itself. */
export function roundOf(group: string, arrow: string): string {
  return `${ROUND}${group}_${arrow}`;
}

/** The group of an arrow to itself, by the shape that keeps room for its words. */
export function roundGroup(shape: string): string | undefined {
  return shape.startsWith(ROUND) ? shape.slice(ROUND.length).split('_')[0] : undefined;
}

/** The loop of a group whose words are in a box outside of it: on the side, and at the height, where they are. */
export function roundRoute(group: Box, words: Box): Route {
  const clamp = (value: number, low: number, high: number): number => Math.max(Math.min(low, high), Math.min(value, Math.max(low, high)));
  const dx = Math.abs(words.x - group.x) - (group.width + words.width) / 2;
  const dy = Math.abs(words.y - group.y) - (group.height + words.height) / 2;
  const side = dx > dy
    ? { ...group, height: SIDE, y: clamp(words.y, group.y - (group.height - SIDE) / 2, group.y + (group.height - SIDE) / 2) }
    : { ...group, width: SIDE, x: clamp(words.x, group.x - (group.width - SIDE) / 2, group.x + (group.width - SIDE) / 2) };
  return loopRoute(side, words);
}

/** How much of a side of a group its loop takes. */
const SIDE = 48;

/** What the shape is called that keeps room for the words of an arrow, and that the arrow runs through. */
export function middleOf(arrow: string): string {
  return MIDDLE + arrow;
}

export function isMiddle(shape: string): boolean {
  return shape.startsWith(MIDDLE);
}

/** Where an arrow between a group and what is in it turns towards the border. */
export function portOf(arrow: string): string {
  return PORT + arrow;
}

export function isPort(shape: string): boolean {
  return shape.startsWith(PORT);
}

/** The loop of a state whose words are in a box beside, above or below it. */
export function loopRoute(state: Box, words: Box): Route {
  const dx = words.x - state.x;
  const dy = words.y - state.y;
  const sideways = Math.abs(dx) - (state.width + words.width) / 2 > Math.abs(dy) - (state.height + words.height) / 2;
  const gap = sideways ? Math.abs(dx) - (state.width + words.width) / 2 : Math.abs(dy) - (state.height + words.height) / 2;
  const half = Math.min(8 + gap / 16, (sideways ? state.height : state.width) / 2 - 8);
  const bow = half * 1.7;
  const reach = ((gap - 3) * 4) / 3;
  /** A point `out` of the state's border towards the words, `along` it from the middle. */
  const at = (out: number, along: number): Point =>
    sideways
      ? { x: state.x + Math.sign(dx) * (state.width / 2 + out), y: state.y + along }
      : { x: state.x + along, y: state.y + Math.sign(dy) * (state.height / 2 + out) };
  return { curve: [at(0, -half), at(reach, -bow), at(reach, bow), at(HEAD, half)], tip: at(0, half), label: { x: words.x, y: words.y } };
}

const HEAD = 8;
