// Prints a data file whose clients have tokens instead of secrets.
const data = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
delete data.tokens;
for (const [name, client] of Object.entries(data.clients)) {
  data.clients[name] = {token: `token-of-${name}`, ...(client.actsFor && {actsFor: client.actsFor})};
}
console.log(JSON.stringify(data, null, 2));
