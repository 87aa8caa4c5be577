// Both linters on the contract. It is copied first, as the exceptions of Spectral are by paths below its own folder.
import {copyFileSync, mkdirSync} from 'node:fs';
import {redocly, spectral} from './linters.mjs';

mkdirSync('target', {recursive: true});
copyFileSync('../../openapi.yaml', 'target/openapi.yaml');
const found = [...spectral(['target/openapi.yaml']), ...redocly(['target/openapi.yaml'])];
for (const {rule, line, message} of found) {
  console.error(`openapi.yaml:${line} ${rule}: ${message}`);
}
console.log(`Spectral and Redocly: ${found.length} found in the contract`);
process.exitCode = found.length === 0 ? 0 : 1;
