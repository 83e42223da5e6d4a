/** Charts as DrawingML (ECMA-376, part 1, 21.2): each a part with its values cached, so that no workbook is embedded. */
import { OPEN_XML } from '../../intake/xml';
import type { ChartPicture } from '../document';
import { FONTS } from './page';
import { DECLARATION, escapeXml } from './xml';

const DRAWING = `${OPEN_XML}drawingml/2006/`;
const NAMESPACES = `xmlns:c="${DRAWING}chart" xmlns:a="${DRAWING}main"`;
/** The relationships before those of the charts: styles, settings, fonts and two footers. */
const RELATIONS_BEFORE = 5;
/** English Metric Units in a twip. */
const EMU = 635;
/** Height as part of the width. */
const HEIGHT = 0.52;
/** Told apart in grey print by their lightness. */
const COLOURS = ['1F5F8B', '8FB8DE', 'D9D9D9', 'E0563F'];
const LINES = ['7F7F7F', 'C0392B'];
const AXES = '<c:axId val="1"/><c:axId val="2"/>';

/** The chart in the text; `number` counts the document's charts from 1. */
export function drawing({ title, alt }: ChartPicture, number: number, width: number): string {
  const extent = `cx="${width * EMU}" cy="${Math.round(width * HEIGHT) * EMU}"`;
  return [
    `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`,
    `<wp:extent ${extent}/><wp:docPr id="${number}" name="${escapeXml(title)}" descr="${escapeXml(alt)}"/>`,
    `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}main"><a:graphicData uri="${DRAWING}chart">`,
    `<c:chart xmlns:c="${DRAWING}chart" r:id="rId${RELATIONS_BEFORE + number}"/>`,
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}

/** word/charts/chartN.xml */
export function chartPart(chart: ChartPicture): string {
  const { form, title, series } = chart;
  const named = `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${text(1300, 'pPr')}<a:r>${text(1300, 'rPr')}<a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return [
    `${DECLARATION}<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${named}`,
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot(chart)}${axes(form === 'stackedBar')}</c:plotArea>`,
    series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${fill('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>`,
    `<c:txPr><a:bodyPr/><a:p>${text(1050, 'pPr')}<a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>`,
  ].join('');
}

function plot({ form, categories, series }: ChartPicture): string {
  const isLine = form === 'line';
  const all = series.map(({ name, values }, i) => {
    const looks = isLine
      ? `<c:spPr><a:ln w="28575">${fill(LINES[i] ?? '000000')}${i === 0 ? '<a:prstDash val="dash"/>' : ''}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
      : `<c:spPr>${fill(COLOURS[i] ?? '000000')}</c:spPr><c:invertIfNegative val="0"/>`;
    const column = 'BCDE'.charAt(i);
    return [
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${cached('str', `$${column}$1`, [name])}</c:tx>${looks}`,
      `<c:cat>${cached('str', range('A', categories.length), categories)}</c:cat>`,
      `<c:val>${cached('num', range(column, values.length), values)}</c:val>`,
      `${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`,
    ].join('');
  });
  if (isLine) {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all.join('')}<c:marker val="1"/>${AXES}</c:lineChart>`;
  }
  const bar = form === 'stackedBar';
  return [
    `<c:barChart><c:barDir val="${bar ? 'bar' : 'col'}"/><c:grouping val="${bar ? 'stacked' : 'clustered'}"/>`,
    `<c:varyColors val="0"/>${all.join('')}${LABELS}<c:gapWidth val="60"/>`,
    `${bar ? '<c:overlap val="100"/>' : ''}${AXES}</c:barChart>`,
  ].join('');
}

/** Each bar's number, noughts left out. */
const LABELS = [
  `<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/><c:spPr>${fill('FFFFFF')}</c:spPr>`,
  '<c:showLegendKey val="0"/><c:showVal val="1"/>',
  ...['CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) => `<c:show${what} val="0"/>`),
  '</c:dLbls>',
].join('');

/** Lying bars are read from the top, as the table they come from; the numbers stand below all the same. */
function axes(lying: boolean): string {
  const axis = (id: number, position: string, orientation: string, more: string) =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${orientation}"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>${more}<c:crossAx val="${3 - id}"/>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350">${fill('D9D9D9')}</a:ln></c:spPr></c:majorGridlines>`;
  const whole = '<c:numFmt formatCode="0" sourceLinked="0"/>';
  return [
    `<c:catAx>${axis(1, lying ? 'l' : 'b', lying ? 'maxMin' : 'minMax', '')}</c:catAx>`,
    `<c:valAx>${axis(2, lying ? 'b' : 'l', 'minMax', grid + whole)}<c:crosses val="${lying ? 'max' : 'autoZero'}"/></c:valAx>`,
  ].join('');
}

function range(column: string, length: number): string {
  return `$${column}$2:$${column}$${length + 1}`;
}

/** A reference that leads nowhere, with the values it would give: what Word, WPS and LibreOffice draw. */
function cached(kind: 'str' | 'num', cells: string, values: readonly (string | number | null)[]): string {
  const points = values.map((value, i) =>
    value === null ? '' : `<c:pt idx="${i}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
  );
  return `<c:${kind}Ref><c:f>Sheet1!${cells}</c:f><c:${kind}Cache><c:ptCount val="${values.length}"/>${points.join('')}</c:${kind}Cache></c:${kind}Ref>`;
}

function fill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** Size in hundredths of a point, as properties of a paragraph or a run. */
function text(size: number, of: 'pPr' | 'rPr'): string {
  const properties = (name: string) =>
    `<a:${name} ${of === 'rPr' ? 'lang="zh-CN" ' : ''}sz="${size}" b="0"><a:latin typeface="${FONTS.body}"/><a:ea typeface="${FONTS.body}"/></a:${name}>`;
  return of === 'rPr' ? properties('rPr') : `<a:pPr>${properties('defRPr')}</a:pPr>`;
}
