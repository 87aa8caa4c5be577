// Fails unless the report has the expected rows, and at least as many passed and failed ones as were found once.
const fs = require('fs');
const path = require('path');

const [expected, report] = process.argv.slice(2);
const rows = new Map();
for (const file of fs.readdirSync(report).filter((name) => /^TEST-.*\.xml$/.test(name))) {
  const xml = fs.readFileSync(path.join(report, file), 'utf8');
  for (const [, group, name, rest] of xml.matchAll(/<testcase classname="([^"]*)" name="([^"]*)" time="[^"]*">(<\w+)?/g)) {
    rows.set(`${group} ${name}`, {'<failure': 'failed', '<skipped': 'skipped'}[rest] ?? 'passed');
  }
}

const count = (state) => [...rows.values()].filter((each) => each === state).length;
const faults = [];
for (const line of fs.readFileSync(expected, 'utf8').trim().split('\n').slice(1)) {
  const [state, row] = [line.slice(0, line.indexOf(',')), line.slice(line.indexOf(',') + 1)];
  if (/^\d+$/.test(row)) {
    if (count(state) < Number(row)) faults.push(`${count(state)} rows ${state}, fewer than ${row}`);
  } else if (rows.get(row) !== state) {
    faults.push(`${row}: ${rows.get(row) ?? 'no such row'}, not ${state}`);
  }
}
console.log(`Prism: ${rows.size} rows, ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length === 0 ? 0 : 1;
