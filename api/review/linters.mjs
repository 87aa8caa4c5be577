// Runs the two linters on contracts, and tells what they found: {rule, file, line, message}.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const quiet = {...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true'};

function run(tool, ...args) {
  const done = spawnSync(process.execPath, [`node_modules/.bin/${tool}`, ...args],
    {cwd: here, env: quiet, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024});
  const json = done.stdout.slice(done.stdout.search(/^[[{]/m));
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(`${tool} has not done its work:\n${done.stdout}\n${done.stderr}`);
  }
}

export function spectral(files) {
  return run('spectral', 'lint', ...files, '--ruleset', '.spectral.yaml', '--format', 'json', '--quiet')
    .map(({code, source, range, message}) => ({rule: code, file: source, line: range.start.line + 1, message}));
}

/** One file after the other: of several, Redocly makes several documents in one. */
export function redocly(files) {
  return files.flatMap((file) =>
    run('redocly', 'lint', file, '--config', 'redocly.yaml', '--format', 'json').problems
      .map(({ruleId, location, message}) => ({rule: ruleId, file, line: location[0].start?.line, message})));
}
