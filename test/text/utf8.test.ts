import fc from 'fast-check';
import { utf8Bytes, utf8Joined } from '../../src/text/utf8';

test('the bytes are those of the standard encoder, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      ),
      (text) => {
        expect(Array.from(utf8Bytes(text))).toEqual(Array.from(new TextEncoder().encode(text)));
      },
    ),
  );
});

test('pieces, some of them again and again, give the bytes of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('<w:p>', '</w:p>', '整改'), fc.string({ unit: 'grapheme' }))),
      (pieces) => {
        expect(Array.from(utf8Joined(pieces))).toEqual(Array.from(utf8Bytes(pieces.join(''))));
      },
    ),
  );
});
