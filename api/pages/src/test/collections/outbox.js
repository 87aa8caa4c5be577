// Reads a citizen's messages where the sandbox writes them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// The code that was sent by this channel; waits until it is there, at most 10 seconds.
export async function codeSentBy(kanal) {
  for (const end = Date.now() + 10_000; Date.now() < end; await pause(50)) {
    const message = messages().find((one) => one.kanal === kanal);
    if (message) return message.tekst.match(/\b\d{6}\b/)[0];
  }
  throw new Error(`no message by ${kanal} in the outbox`);
}

function messages() {
  const folder = process.env.OUTBOX;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}
