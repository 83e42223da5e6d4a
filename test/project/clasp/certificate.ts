// X.509 by hand: Node signs, but writes no certificates, and no program may be presumed beside it.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const DAY = 24 * 3600 * 1000;

/** One DER value: tag, length in the shortest form, content (X.690, 8.1). */
function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const digits: number[] = [];
  for (let rest = body.length; rest > 0; rest >>>= 8) digits.unshift(rest & 0xff);
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length, ...digits]), body]);
}

const sequence = (...content: Buffer[]) => der(0x30, ...content);
const octets = (content: Buffer) => der(0x04, content);
const TRUE = der(0x01, Buffer.from([0xff]));

/** An object identifier in dotted form, its arcs in base 128 (X.690, 8.19). */
function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return der(0x06, Buffer.from(arcs));
}

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

const named = (name: string) => sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(name))))); // commonName

const utcTime = (at: number) =>
  der(
    0x17,
    Buffer.from(
      `${new Date(at)
        .toISOString()
        .replace(/\.\d+|[-:T]/g, '')
        .slice(2)}`,
    ),
  );

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [TRUE] : []), octets(value));

const AUTHORITY = [
  extension('2.5.29.19', true, sequence(TRUE)), // basicConstraints: a CA
  extension('2.5.29.15', true, der(0x03, Buffer.from([0x02, 0x04]))), // keyUsage: keyCertSign
];

const serverFor = (hosts: readonly string[]) => [
  // subjectAltName: dNSName
  extension('2.5.29.17', false, sequence(...hosts.map((host) => der(0x82, Buffer.from(host))))),
  extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))), // extKeyUsage: serverAuth
];

/** A version 3 certificate, good from yesterday until tomorrow (RFC 5280, 4.1). */
function certificate(
  subject: string,
  key: KeyObject,
  issuer: string,
  signer: KeyObject,
  extensions: readonly Buffer[],
): string {
  const now = Date.now();
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    named(issuer),
    sequence(utcTime(now - DAY), utcTime(now + DAY)),
    named(subject),
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, signer));
  const lines =
    sequence(signed, ECDSA_WITH_SHA256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** What a TLS server on loopback needs, and the authority its clients are to trust; all PEM. */
export interface Credentials {
  authority: string;
  cert: string;
  key: string;
}

/** Makes an authority for this run and a server's certificate for these host names (`*.` allowed), signed by it. */
export function credentialsFor(hosts: readonly string[]): Credentials {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = 'loopback authority of one test run';
  return {
    authority: certificate(issuer, authority.publicKey, issuer, authority.privateKey, AUTHORITY),
    cert: certificate('loopback server', server.publicKey, issuer, authority.privateKey, serverFor(hosts)),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
