/** Writes a report as a .docx: the parts of an Office Open XML package, zipped; the same report gives the same bytes. */
import { OPEN_XML } from '../../intake/xml';
import type { ReportDocument } from '../document';
import { corePart, documentPart } from './body';
import { chartPart } from './chart';
import { footerPart } from './footers';
import { LINE_PITCH } from './page';
import { fontTablePart, stylesPart } from './styles';
import { DECLARATION, NAMESPACES } from './xml';
import { zipped } from './zip';

/** Kinds of the parts, before `+xml`. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart';
const RELATION = `${OPEN_XML}officeDocument/2006/relationships/`;
const PACKAGE = `${OPEN_XML}package/2006/`;

/** The document's further parts and their kinds; the footers' relationships are `FOOTERS`, charts come after them. */
const PARTS: readonly (readonly [name: string, kind: string])[] = [
  ['styles', 'styles'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['footer1', 'footer'],
  ['footer2', 'footer'],
];

/**
 * The report as the bytes of a .docx (ECMA-376), without clock, randomness or any global.
 * @param main  word/document.xml, where it is another than the report's own
 */
export function writeDocx(document: ReportDocument, main = documentPart(document)): Uint8Array {
  const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [chartPart(block.chart)] : []));
  return zipped({
    '[Content_Types].xml': contentTypesPart(charts.length),
    '_rels/.rels': relationshipsPart([
      [`${RELATION}officeDocument`, 'word/document.xml'],
      [`${PACKAGE}relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': corePart(document),
    'word/_rels/document.xml.rels': relationshipsPart([
      ...PARTS.map(([name, kind]) => [RELATION + kind, `${name}.xml`] as const),
      ...charts.map((_, i) => [`${RELATION}chart`, `charts/chart${i + 1}.xml`] as const),
    ]),
    'word/document.xml': main,
    'word/styles.xml': stylesPart(),
    'word/settings.xml': settingsPart(),
    'word/fontTable.xml': fontTablePart(),
    'word/footer1.xml': footerPart('odd'),
    'word/footer2.xml': footerPart('even'),
    ...Object.fromEntries(charts.map((chart, i) => [`word/charts/chart${i + 1}.xml`, chart])),
  });
}

function contentTypesPart(charts: number): string {
  const word = [['document', 'document.main'], ...PARTS].map(([name, kind]) => override(`word/${name}`, WORD + kind));
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...word,
    ...Array.from({ length: charts }, (_, i) => override(`word/charts/chart${i + 1}`, CHART)),
    override('docProps/core', 'application/vnd.openxmlformats-package.core-properties'),
    '</Types>',
  ].join('');
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}.xml" ContentType="${type}+xml"/>`;
}

function relationshipsPart(relations: readonly (readonly [type: string, target: string])[]): string {
  const entries = relations.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
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
