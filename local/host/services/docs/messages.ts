/**
 * The published Docs API v1 message types the host accepts, written as those of the Sheets API are (workbook/schema.ts):
 * one line a type, `field:type`, with `s` string, `n` number, `b` boolean, `[]` repeated. Taken from the API's discovery
 * document (as typed by @googleapis/docs 10.0.0). A type named without a line of its own is known to Google but not to
 * the host.
 */
import { messagesIn } from '../../workbook/schema';

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

export const docsMessages = messagesIn(MESSAGES);
