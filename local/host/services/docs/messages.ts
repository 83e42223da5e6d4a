/**
 * The published Docs API v1 message types the host accepts, written as those of the Sheets API are (workbook/schema.ts):
 * one line a type, `field:type`, with `s` string, `n` number, `b` boolean, `[]` repeated. Taken from the API's discovery
 * document (as typed by @googleapis/docs 10.0.0). A type named without a line of its own is known to Google but not to
 * the host.
 */
import { ApiFault, notImplemented } from '../../errors';

const MESSAGES: Readonly<Record<string, string>> = {
  BatchUpdateDocumentRequest: 'requests:Request[] writeControl:WriteControl',
  Dimension: 'magnitude:n unit:s',
  Location: 'index:n segmentId:s tabId:s',
  ParagraphStyle:
    'alignment:s avoidWidowAndOrphan:b borderBetween:ParagraphBorder borderBottom:ParagraphBorder borderLeft:ParagraphBorder borderRight:ParagraphBorder borderTop:ParagraphBorder direction:s headingId:s indentEnd:Dimension indentFirstLine:Dimension indentStart:Dimension keepLinesTogether:b keepWithNext:b lineSpacing:n namedStyleType:s pageBreakBefore:b shading:Shading spaceAbove:Dimension spaceBelow:Dimension spacingMode:s tabStops:TabStop[]',
  PinTableHeaderRowsRequest: 'pinnedHeaderRowsCount:n tableStartLocation:Location',
  Range: 'endIndex:n segmentId:s startIndex:n tabId:s',
  Request:
    'addDocumentTab:AddDocumentTabRequest createFooter:CreateFooterRequest createFootnote:CreateFootnoteRequest createHeader:CreateHeaderRequest createNamedRange:CreateNamedRangeRequest createParagraphBullets:CreateParagraphBulletsRequest deleteContentRange:DeleteContentRangeRequest deleteFooter:DeleteFooterRequest deleteHeader:DeleteHeaderRequest deleteNamedRange:DeleteNamedRangeRequest deleteParagraphBullets:DeleteParagraphBulletsRequest deletePositionedObject:DeletePositionedObjectRequest deleteTab:DeleteTabRequest deleteTableColumn:DeleteTableColumnRequest deleteTableRow:DeleteTableRowRequest insertDate:InsertDateRequest insertInlineImage:InsertInlineImageRequest insertPageBreak:InsertPageBreakRequest insertPerson:InsertPersonRequest insertRichLink:InsertRichLinkRequest insertSectionBreak:InsertSectionBreakRequest insertTable:InsertTableRequest insertTableColumn:InsertTableColumnRequest insertTableRow:InsertTableRowRequest insertText:InsertTextRequest mergeTableCells:MergeTableCellsRequest pinTableHeaderRows:PinTableHeaderRowsRequest replaceAllText:ReplaceAllTextRequest replaceImage:ReplaceImageRequest replaceNamedRangeContent:ReplaceNamedRangeContentRequest unmergeTableCells:UnmergeTableCellsRequest updateDocumentStyle:UpdateDocumentStyleRequest updateDocumentTabProperties:UpdateDocumentTabPropertiesRequest updateNamedStyle:UpdateNamedStyleRequest updateParagraphStyle:UpdateParagraphStyleRequest updateSectionStyle:UpdateSectionStyleRequest updateTableCellStyle:UpdateTableCellStyleRequest updateTableColumnProperties:UpdateTableColumnPropertiesRequest updateTableRowStyle:UpdateTableRowStyleRequest updateTextStyle:UpdateTextStyleRequest',
  TextStyle:
    'backgroundColor:OptionalColor baselineOffset:s bold:b fontSize:Dimension foregroundColor:OptionalColor italic:b link:Link smallCaps:b strikethrough:b underline:b weightedFontFamily:WeightedFontFamily',
  UpdateParagraphStyleRequest: 'fields:s paragraphStyle:ParagraphStyle range:Range',
  UpdateTextStyleRequest: 'fields:s range:Range textStyle:TextStyle',
  WeightedFontFamily: 'fontFamily:s weight:n',
};

/** Field → type of a message; undefined when the host does not know it. */
export function fieldsOf(message: string): ReadonlyMap<string, string> | undefined {
  const line = Object.hasOwn(MESSAGES, message) ? MESSAGES[message] : undefined;
  if (line === undefined) return undefined;
  return new Map(
    line.split(' ').map((part): [string, string] => {
      const [field = '', type = ''] = part.split(':');
      return [field, type];
    }),
  );
}

const SCALARS: Readonly<Record<string, { name: string; fits(value: unknown): boolean }>> = {
  s: { name: 'TYPE_STRING', fits: (value) => typeof value === 'string' },
  n: { name: 'TYPE_DOUBLE', fits: (value) => typeof value === 'number' && Number.isFinite(value) },
  b: { name: 'TYPE_BOOL', fits: (value) => typeof value === 'boolean' },
};

/**
 * Checks a JSON value against a message.
 * @param path where the value stands, e.g. `requests[0].updateTextStyle`
 * @throws ApiFault in Google's wording for an unknown field or a value of another type; a "not implemented" fault for a
 *   part of the API the host does not emulate
 */
export function checkMessage(value: unknown, type: string, path: string): void {
  if (value === undefined || value === null) return;
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) throw wrongType(path, type, value);
    value.forEach((item, i) => void checkMessage(item, type.slice(0, -2), `${path}[${i}]`));
    return;
  }
  const scalar = SCALARS[type];
  if (scalar) {
    if (!scalar.fits(value)) throw wrongType(path, scalar.name, value);
    return;
  }
  const fields = fieldsOf(type);
  if (!fields) throw notImplemented(`${path} (${type})`);
  if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(path, type, value);
  for (const [field, item] of Object.entries(value)) {
    const known = fields.get(field);
    if (known === undefined)
      throw new ApiFault(
        `Invalid JSON payload received. Unknown name "${field}" at '${snake(path)}': Cannot find field.`,
      );
    checkMessage(item, known, path === '' ? field : `${path}.${field}`);
  }
}

const snake = (path: string): string => path.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

function wrongType(path: string, type: string, value: unknown): ApiFault {
  return new ApiFault(`Invalid value at '${snake(path)}' (${type}), ${JSON.stringify(value)}`);
}
