/** `npx jiti test/ordinary/table/main.ts [NAME…]`: what is wrong with each machine that is not exact, line by line. */
import { judge, names } from './judge.ts';

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : names) {
  const { verdict, wrong } = await judge(name);
  console.log([`${name}: ${verdict}`, ...wrong.map((line) => `  ${line}`)].join('\n'));
}
