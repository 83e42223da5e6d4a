// Preloaded into a child process (`node --require`): it may connect to this machine only. Whatever else it tries is
// refused before its name is looked up, and written, one host a line, to the file LOOPBACK_BREACHES names.
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...args) {
  // net.connect() hands over [options, callback] as one array
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const asked = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  const host = asked.path ? 'localhost' : typeof asked.host === 'string' ? asked.host : 'localhost';
  if (/^(?:127(?:\.\d+){3}|::1|localhost)$/.test(host)) return connect.apply(this, args);
  appendFileSync(process.env.LOOPBACK_BREACHES, `${host}\n`);
  throw new Error(`this run may not leave the machine: ${host}`);
};
