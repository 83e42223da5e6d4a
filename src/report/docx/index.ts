/** Writes a report as a .docx: the parts of an Office Open XML package, zipped; the same report gives the same bytes. */
import { type Zippable, zipSync } from 'fflate';
import { utf8Bytes } from '../../text/utf8';
import type { ReportDocument } from '../document';
import { corePart, documentPart, FOOTERS } from './body';
import { footerPart } from './footers';
import { LINE_PITCH } from './page';
import { fontTablePart, stylesPart } from './styles';
import { DECLARATION, NAMESPACES } from './xml';

/**
 * The entries' time in the archive, the same for every report. It has no zone and is read as local time, as the
 * archive's own field is, so the bytes do not depend on where they are made.
 */
const ENTRY_TIME = '1980-01-01T12:00:00';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';

/** The report as the bytes of a .docx (ECMA-376), without clock, randomness or any global but fflate's own. */
export function writeDocx(document: ReportDocument): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesPart(),
    '_rels/.rels': relationshipsPart([
      ['rId1', `${RELATION}officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': corePart(document),
    'word/_rels/document.xml.rels': relationshipsPart([
      ['rId1', `${RELATION}styles`, 'styles.xml'],
      ['rId2', `${RELATION}settings`, 'settings.xml'],
      ['rId3', `${RELATION}fontTable`, 'fontTable.xml'],
      [FOOTERS.odd, `${RELATION}footer`, 'footer1.xml'],
      [FOOTERS.even, `${RELATION}footer`, 'footer2.xml'],
    ]),
    'word/document.xml': documentPart(document),
    'word/styles.xml': stylesPart(),
    'word/settings.xml': settingsPart(),
    'word/fontTable.xml': fontTablePart(),
    'word/footer1.xml': footerPart('odd'),
    'word/footer2.xml': footerPart('even'),
  };
  const files: Zippable = {};
  for (const [path, xml] of Object.entries(parts)) files[path] = utf8Bytes(xml);
  return zipSync(files, { level: 1, mtime: ENTRY_TIME });
}

function contentTypesPart(): string {
  const overrides: [string, string][] = [
    ['/word/document.xml', `${WORD}document.main+xml`],
    ['/word/styles.xml', `${WORD}styles+xml`],
    ['/word/settings.xml', `${WORD}settings+xml`],
    ['/word/fontTable.xml', `${WORD}fontTable+xml`],
    ['/word/footer1.xml', `${WORD}footer+xml`],
    ['/word/footer2.xml', `${WORD}footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');
}

function relationshipsPart(relations: readonly [id: string, type: string, target: string][]): string {
  const entries = relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}relationships">${entries.join('')}</Relationships>`;
}

/** Odd and even pages differ; the schema fixes the order of these elements. */
function settingsPart(): string {
  return [
    `${DECLARATION}<w:settings ${NAMESPACES}><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>`,
    `<w:drawingGridVerticalSpacing w:val="${Math.round(LINE_PITCH / 2)}"/>`,
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>',
    '<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>',
    '<w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" ',
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
  ].join('');
}
