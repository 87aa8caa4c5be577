import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, createServer as createRelay } from 'node:net';
import { once } from 'node:events';

/** A server that gives these answers in order, and keeps what it was sent. */
export async function canned(...answers) {
  const received = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    const { status, type, text = '', retryAfter } = answers.shift();
    response.writeHead(status, { 'Content-Type': type, ...(retryAfter ? { 'Retry-After': retryAfter } : {}) });
    response.end(text);
  });
  return { received, ...(await started(server)), close: () => server.close(() => {}).closeAllConnections() };
}

/** Passes on what comes, and counts the connections that it came over. */
export async function relay(target) {
  const { hostname, port } = new URL(target);
  const sockets = [];
  const server = createRelay((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    near.on('error', () => {}).pipe(far);
    far.on('error', () => {}).pipe(near);
  });
  const close = () => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  };
  return { connections: () => sockets.length / 2, ...(await started(server)), close };
}

async function started(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}` };
}

/** The code in the message to this number, waited for: the sandbox writes it in a moment. */
export async function code(outbox, number) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    for (const file of await readdir(outbox)) {
      const message = file.endsWith('.json') ? JSON.parse(await readFile(`${outbox}/${file}`, 'utf8')) : {};
      if (message.modtager === number) return /\b\d{6}\b/.exec(message.tekst)[0];
    }
  }
  throw new Error(`no code for ${number}`);
}
