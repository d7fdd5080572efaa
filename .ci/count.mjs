/** `node .ci/count.mjs REPORT`: the last line of CI, from vitest's JSON report. A file that never got to its tests is a failure. */
import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.log('0 passed, 1 failed');
} else {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unread = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
  console.log(`${report.numPassedTests} passed, ${report.numFailedTests + unread} failed`);
}
