/** What is said of each kind of difference, in the words that a person reads. */
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/chart/chart.ts';
import { aloneDiff } from '../../../src/check/diff/alone.ts';
import { diffCharts } from '../../../src/check/diff/diff.ts';
import { linesText, tellDiff } from '../../../src/check/diff/tell.ts';
import { fromMermaid } from '../../../src/format/mermaid/read/read.ts';

/** A diagram, its lines parted by semicolons. */
function drawn(lines: string): Chart {
  const { chart, diagnostics } = fromMermaid(`stateDiagram-v2\n${lines.replaceAll(/;\s*/g, '\n')}\n`, { name: 'shop', file: '' });
  if (!chart) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return chart;
}

function told(old: string, next: string): readonly string[] {
  return linesText(tellDiff(diffCharts(drawn(old), drawn(next)))).split('\n').slice(1).map((line) => line.replace(/^ {2}/, ''));
}

describe('a difference is told as', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['an event that has an effect now', '[*] --> a; a --> b : pay; b --> a : back; a --> c : go; c --> a : back', '[*] --> a; a --> b : pay; b --> a : back; b --> c : go; a --> c : go; c --> a : back', ['In `b`, after `pay`:', '  + `go` now leads to `c`; before it was ignored.']],
    ['an event that has none any more', '[*] --> a; a --> b : pay; b --> a : back; b --> b : pay / beep()', '[*] --> a; a --> b : pay; b --> a : back', ['In `b`, after `pay`:', '  − `pay` is now ignored; before it did `beep()`.']],
    ['another target', '[*] --> a; a --> b : pay; b --> c : go; c --> a : back; c --> b : go', '[*] --> a; a --> b : pay; b --> c : go; c --> a : back; c --> a : go', ['In `c`, after `pay` and `go`:', '  ± `go` now leads to `a`; before it led to `b`.']],
    ['another action', '[*] --> a; a --> b : pay / log(); b --> a : back', '[*] --> a; a --> b : pay / save(); b --> a : back', ['In `a`, at the start:', '  ± `pay` now does `save()` when it leads to `b`; before it did `log()`.']],
    ['another target and another action', '[*] --> a; a --> b : pay / log(); b --> a : back; b --> c : go; c --> a : back', '[*] --> a; a --> c : pay / save(); b --> a : back; b --> c : go; c --> a : back; c --> b : go', ['− The event `go` is gone.'].slice(1).concat(['In `a`, at the start:', '  ± `pay` now leads to `c` and does `save()`; before it led to `b` and did `log()`.', 'In `c`:', '  + `go` now leads to `b`; before it was ignored.'])],
    ['another condition', '[*] --> a; a --> b : pay [enough]; b --> a : back', '[*] --> a; a --> b : pay [enough && open]; b --> a : back', ['In `a`, at the start:', '  ± `pay` now leads to `b` if `enough && open`; before if `enough`.']],
    ['a condition that came', '[*] --> a; a --> b : pay; b --> a : back', '[*] --> a; a --> b : pay [enough]; b --> a : back', ['In `a`, at the start:', '  ± `pay` now leads to `b` if `enough`; before in any case.']],
    ['an order of conditions', '[*] --> a; a --> b : pay [vip]; a --> c : pay [late]; b --> a : back; c --> a : back', '[*] --> a; a --> c : pay [late]; a --> b : pay [vip]; b --> a : back; c --> a : back', ['In `a`, at the start:', '  ± `pay`, where `vip` and `late` hold, now leads to `c`; before it led to `b`.']],
    ['one more case of an event', '[*] --> a; a --> b : pay [else]; b --> a : back; b --> c : go; c --> a : back', '[*] --> a; a --> c : pay [late]; a --> b : pay [else]; b --> a : back; b --> c : go; c --> a : back', ['In `a`, at the start:', '  ± `pay` now leads to `c` if `late`; before it led to `b`.']],
    ['another start', '[*] --> a; a --> b : go; b --> a : go', '[*] --> b; a --> b : go; b --> a : go', ['± The machine now starts in `b`; before it started in `a`.']],
    ['something else on the way in', '[*] --> a; a --> b : go', '[*] --> a : / log(); a --> b : go', ['± The machine now does `log()` on its way in; before it did nothing.']],
    ['another end', "[*] --> a; a --> [*] : go / return 'x'", "[*] --> a; a --> [*] : go / return 'y'", ["In `a`, at the start:", "  ± `go` now ends the machine with `'y'`; before it ended the machine with `'x'`."]],
    ['a failure', '[*] --> a; a --> a : go / log()', "[*] --> a; a --> [*] : go / throw new Error('no')", ['In `a`, at the start:', "  ± `go` now fails with `new Error('no')`; before it did `log()`."]],
    ['a state that is new', '[*] --> a; a --> b : pay; b --> a : back', '[*] --> a; a --> b : pay; b --> c : pay; c --> a : back; b --> a : back', ['+ `c` is new: there `back` leads to `a`.', 'In `b`, after `pay`:', '  + `pay` now leads to `c`; before it was ignored.']],
    ['a state that nothing leads to any more', '[*] --> a; a --> b : pay; b --> a : back', '[*] --> a; a --> a : pay / log(); b --> a : back', ['− The event `back` is gone.', '− Nothing leads to `b` any more.', 'In `a`, at the start:', '  ± `pay` now does `log()`; before it led to `b`.']],
    ['another name of a state', '[*] --> cart; cart --> paid : pay; paid --> cart : back', '[*] --> cart; cart --> settled : pay; settled --> cart : back', ['± `paid` is now called `settled`.']],
    ['another spelling of a state', '[*] --> cart; cart --> Paid : pay; Paid --> cart : back', '[*] --> cart; cart --> PAID : pay; PAID --> cart : back', ['± `Paid` is now called `PAID`.']],
    ['another name of an event', '[*] --> a; a --> b : pay; b --> a : back', '[*] --> a; a --> b : settle; b --> a : back', ['± The event `pay` is now called `settle`.']],
    ['another delay', '[*] --> a; a --> b : after 1000; b --> a : back', '[*] --> a; a --> b : after 2s; b --> a : back', ['± What came after `1000` now comes after `2000`.']],
    ['what is done when a state is entered', 'state a; a : entry / log(); [*] --> a; a --> a : go (anew)', 'state a; a : entry / save(); [*] --> a; a --> a : go (anew)', ['± The machine now does `save()` on its way in; before it did `log()`.', 'In `a`:', '  ± `go` now does `save()`; before it did `log()`.']],
    ['what happens in a region', 'state p {; [*] --> a; a --> b : go; --; [*] --> x; x --> y : go; }; [*] --> p', 'state p {; [*] --> a; a --> b : go; --; [*] --> x; x --> y : stop; }; [*] --> p', ['+ The event `stop` is new.', 'In `p.region 1.a`, at the start:', '  ± `go` now leads to `p.region 1.b`; before it led to `p.region 1.b` and `p.region 2.y`.', 'In `p.region 2.x`, at the start:', '  + `stop` now leads to `p.region 2.y`; before it was ignored.']],
    ['colours that changed places', '[*] --> RED; RED --> GREEN : next; GREEN --> YELLOW : next; YELLOW --> RED : next', '[*] --> RED; RED --> YELLOW : next; YELLOW --> GREEN : next; GREEN --> RED : next', ['In `RED`, at the start:', '  ± `next` now leads to `YELLOW`; before it led to `GREEN`.', 'In `YELLOW`:', '  ± `next` now leads to `GREEN`; before it led to `RED`.', 'In `GREEN`:', '  ± `next` now leads to `RED`; before it led to `YELLOW`.']],
    ['a wildcard that came', '[*] --> a; a --> b : go; b --> a : back', '[*] --> a; a --> b : go; a --> a : any but back / log(); b --> a : back', ['In `a`, at the start:', '  + Any other event now does `log()`; before it was ignored.', '  + Any value now does `log()`; before it was ignored.']],
  ])('%s', (_, old, next, lines) => {
    expect(told(old, next)).toEqual(lines);
  });

  test('a machine that is new, or gone', () => {
    const chart = drawn('[*] --> a; a --> b : go');
    expect(aloneDiff(chart, 'new').changes.map(({ message }) => message)).toEqual(['The machine `shop` is new: it has `a` and `b`.']);
    expect(aloneDiff(chart, 'old').changes.map(({ message }) => message)).toEqual(['The machine `shop` is gone.']);
  });

  test('none where only the order of lines, the gathering of arrows or a choice is another', () => {
    const [old, next] = ['[*] --> a; a --> b : go [x]; a --> c : go [else]; b --> a : back; c --> a : back', 'state ask <<choice>>; [*] --> a; c --> a : back; b --> a : back; a --> ask : go; ask --> c : [else]; ask --> b : [x]'];
    expect(diffCharts(drawn(old), drawn(next))).toMatchObject({ kind: 'same', changes: [] });
    expect(diffCharts(drawn('[*] --> a; a --> b : go [!x]; a --> a : go [else] / log()'), drawn('[*] --> a; a --> a : go [x] / log(); a --> b : go [else]')).kind).toBe('same');
    expect(diffCharts(drawn("[*] --> a; a --> b : go [n === 1]; a --> a : go [n === 2] / log()"), drawn("[*] --> a; a --> a : go [2 === n] / log(); a --> b : go [!(n !== 1)]")).kind).toBe('same');
  });
});
