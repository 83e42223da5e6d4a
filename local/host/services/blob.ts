/** Blob: bytes signed as in Apps Script (-128 … 127), text by charset. */
import { serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';

/** @throws ScriptFault when an element is not a signed byte, as Apps Script refuses it */
export function bytesOf(values: readonly unknown[], path: string): Uint8Array {
  const bytes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < -128 || value > 127) {
      throw serviceFault(
        `Cannot convert ${String(value)} at index ${i} to Byte (${path} takes signed bytes, -128 to 127).`,
      );
    }
    bytes[i] = value & 0xff;
  }
  return bytes;
}

export const signed = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Text of bytes. @throws ScriptFault for a charset that is not known */
export function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    throw serviceFault(`Invalid argument: charset ${charset}`);
  }
}

/** UTF-8 bytes of text; the host writes no other charset. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export class Blob extends Face {
  readonly path = 'Blob';
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;
  constructor(bytes: Uint8Array, contentType: string | null, name: string | null) {
    super();
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }
  getBytes(): Int8Array {
    return signed(this.bytes);
  }
  setBytes(...args: unknown[]): Blob {
    const [values] = args;
    if (!Array.isArray(values)) throw signatureFault('Blob.setBytes', args);
    this.bytes = bytesOf(values, 'Blob.setBytes');
    return this;
  }
  getDataAsString(...args: unknown[]): string {
    return decode(this.bytes, args.length === 0 ? 'UTF-8' : String(args[0]));
  }
  getContentType(): string | null {
    return this.contentType;
  }
  setContentType(...args: unknown[]): Blob {
    this.contentType = args[0] === null ? null : String(args[0]);
    return this;
  }
  getName(): string | null {
    return this.name;
  }
  setName(...args: unknown[]): Blob {
    if (args.length !== 1 || typeof args[0] !== 'string') throw signatureFault('Blob.setName', args);
    this.name = args[0];
    return this;
  }
  copyBlob(): Blob {
    return new Blob(this.bytes.slice(), this.contentType, this.name);
  }
  getBlob(): Blob {
    return this;
  }
}
