/**
 * The published Sheets API v4 message types the host accepts, one line a type: `field:type`, with `s` string,
 * `n` number, `b` boolean, `[]` repeated, `{}` map. Taken from the API's discovery document (as typed by
 * @googleapis/sheets 14.0.0). A type named here without a line of its own is known to Google but not to the host.
 */
const MESSAGES = {
  AddBandingRequest: 'bandedRange:BandedRange',
  AddChartRequest: 'chart:EmbeddedChart',
  AddConditionalFormatRuleRequest: 'index:n rule:ConditionalFormatRule',
  AddFilterViewRequest: 'filter:FilterView',
  AddNamedRangeRequest: 'namedRange:NamedRange',
  AddProtectedRangeRequest: 'protectedRange:ProtectedRange',
  AddSheetRequest: 'properties:SheetProperties',
  AddSlicerRequest: 'slicer:Slicer',
  AppendCellsRequest: 'fields:s rows:RowData[] sheetId:n tableId:s',
  AppendDimensionRequest: 'dimension:s length:n sheetId:n',
  BandedRange:
    'bandedRangeId:n bandedRangeReference:s columnProperties:BandingProperties range:GridRange rowProperties:BandingProperties',
  BandingProperties:
    'firstBandColor:Color firstBandColorStyle:ColorStyle footerColor:Color footerColorStyle:ColorStyle headerColor:Color headerColorStyle:ColorStyle secondBandColor:Color secondBandColorStyle:ColorStyle',
  BasicChartAxis:
    'format:TextFormat position:s title:s titleTextPosition:TextPosition viewWindowOptions:ChartAxisViewWindowOptions',
  BasicChartDomain: 'domain:ChartData reversed:b',
  BasicChartSeries:
    'color:Color colorStyle:ColorStyle dataLabel:DataLabel lineStyle:LineStyle pointStyle:PointStyle series:ChartData styleOverrides:BasicSeriesDataPointStyleOverride[] targetAxis:s type:s',
  BasicChartSpec:
    'axis:BasicChartAxis[] chartType:s compareMode:s domains:BasicChartDomain[] headerCount:n interpolateNulls:b legendPosition:s lineSmoothing:b series:BasicChartSeries[] stackedType:s threeDimensional:b totalDataLabel:DataLabel',
  BasicFilter: 'criteria:{FilterCriteria} filterSpecs:FilterSpec[] range:GridRange sortSpecs:SortSpec[] tableId:s',
  BasicSeriesDataPointStyleOverride: 'color:Color colorStyle:ColorStyle index:n pointStyle:PointStyle',
  BatchUpdateValuesRequest:
    'data:ValueRange[] includeValuesInResponse:b responseDateTimeRenderOption:s responseValueRenderOption:s valueInputOption:s',
  BooleanCondition: 'type:s values:ConditionValue[]',
  BooleanRule: 'condition:BooleanCondition format:CellFormat',
  Border: 'color:Color colorStyle:ColorStyle style:s width:n',
  Borders: 'bottom:Border left:Border right:Border top:Border',
  CellData:
    'chipRuns:ChipRun[] dataSourceFormula:DataSourceFormula dataSourceTable:DataSourceTable dataValidation:DataValidationRule effectiveFormat:CellFormat effectiveValue:ExtendedValue formattedValue:s hyperlink:s note:s pivotTable:PivotTable textFormatRuns:TextFormatRun[] userEnteredFormat:CellFormat userEnteredValue:ExtendedValue',
  CellFormat:
    'backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders horizontalAlignment:s hyperlinkDisplayType:s numberFormat:NumberFormat padding:Padding textDirection:s textFormat:TextFormat textRotation:TextRotation verticalAlignment:s wrapStrategy:s',
  ChartAxisViewWindowOptions: 'viewWindowMax:n viewWindowMin:n viewWindowMode:s',
  ChartData:
    'aggregateType:s columnReference:DataSourceColumnReference groupRule:ChartGroupRule sourceRange:ChartSourceRange',
  ChartSourceRange: 'sources:GridRange[]',
  ChartSpec:
    'altText:s backgroundColor:Color backgroundColorStyle:ColorStyle basicChart:BasicChartSpec bubbleChart:BubbleChartSpec candlestickChart:CandlestickChartSpec dataSourceChartProperties:DataSourceChartProperties filterSpecs:FilterSpec[] fontName:s hiddenDimensionStrategy:s histogramChart:HistogramChartSpec maximized:b orgChart:OrgChartSpec pieChart:PieChartSpec scorecardChart:ScorecardChartSpec sortSpecs:SortSpec[] subtitle:s subtitleTextFormat:TextFormat subtitleTextPosition:TextPosition title:s titleTextFormat:TextFormat titleTextPosition:TextPosition treemapChart:TreemapChartSpec waterfallChart:WaterfallChartSpec',
  ClearBasicFilterRequest: 'sheetId:n',
  Color: 'alpha:n blue:n green:n red:n',
  ColorStyle: 'rgbColor:Color themeColor:s',
  ConditionValue: 'relativeDate:s userEnteredValue:s',
  ConditionalFormatRule: 'booleanRule:BooleanRule gradientRule:GradientRule ranges:GridRange[]',
  CreateDeveloperMetadataRequest: 'developerMetadata:DeveloperMetadata',
  DataFilter: 'a1Range:s developerMetadataLookup:DeveloperMetadataLookup gridRange:GridRange',
  DataLabel: 'customLabelData:ChartData placement:s textFormat:TextFormat type:s',
  DataValidationRule: 'condition:BooleanCondition inputMessage:s showCustomUi:b strict:b',
  DeleteBandingRequest: 'bandedRangeId:n',
  DeleteConditionalFormatRuleRequest: 'index:n sheetId:n',
  DeleteDeveloperMetadataRequest: 'dataFilter:DataFilter',
  DeleteDimensionRequest: 'range:DimensionRange',
  DeleteEmbeddedObjectRequest: 'objectId:n',
  DeleteFilterViewRequest: 'filterId:n',
  DeleteNamedRangeRequest: 'namedRangeId:s',
  DeleteProtectedRangeRequest: 'protectedRangeId:n',
  DeleteSheetRequest: 'sheetId:n',
  DeveloperMetadata: 'location:DeveloperMetadataLocation metadataId:n metadataKey:s metadataValue:s visibility:s',
  DeveloperMetadataLocation: 'dimensionRange:DimensionRange locationType:s sheetId:n spreadsheet:b',
  DeveloperMetadataLookup:
    'locationMatchingStrategy:s locationType:s metadataId:n metadataKey:s metadataLocation:DeveloperMetadataLocation metadataValue:s visibility:s',
  DimensionGroup: 'collapsed:b depth:n range:DimensionRange',
  DimensionProperties:
    'dataSourceColumnReference:DataSourceColumnReference developerMetadata:DeveloperMetadata[] hiddenByFilter:b hiddenByUser:b pixelSize:n',
  DimensionRange: 'dimension:s endIndex:n sheetId:n startIndex:n',
  Editors: 'domainUsersCanEdit:b groups:s[] users:s[]',
  EmbeddedChart: 'border:EmbeddedObjectBorder chartId:n position:EmbeddedObjectPosition spec:ChartSpec',
  EmbeddedObjectBorder: 'color:Color colorStyle:ColorStyle',
  EmbeddedObjectPosition: 'newSheet:b overlayPosition:OverlayPosition sheetId:n',
  ErrorValue: 'message:s type:s',
  ExtendedValue: 'boolValue:b errorValue:ErrorValue formulaValue:s numberValue:n stringValue:s',
  FilterCriteria:
    'condition:BooleanCondition hiddenValues:s[] visibleBackgroundColor:Color visibleBackgroundColorStyle:ColorStyle visibleForegroundColor:Color visibleForegroundColorStyle:ColorStyle',
  FilterSpec: 'columnIndex:n dataSourceColumnReference:DataSourceColumnReference filterCriteria:FilterCriteria',
  FilterView:
    'criteria:{FilterCriteria} filterSpecs:FilterSpec[] filterViewId:n namedRangeId:s range:GridRange sortSpecs:SortSpec[] tableId:s title:s',
  GradientRule: 'maxpoint:InterpolationPoint midpoint:InterpolationPoint minpoint:InterpolationPoint',
  GridCoordinate: 'columnIndex:n rowIndex:n sheetId:n',
  GridData:
    'columnMetadata:DimensionProperties[] rowData:RowData[] rowMetadata:DimensionProperties[] startColumn:n startRow:n',
  GridProperties:
    'columnCount:n columnGroupControlAfter:b frozenColumnCount:n frozenRowCount:n hideGridlines:b rowCount:n rowGroupControlAfter:b',
  GridRange: 'endColumnIndex:n endRowIndex:n sheetId:n startColumnIndex:n startRowIndex:n',
  InsertDimensionRequest: 'inheritFromBefore:b range:DimensionRange',
  InterpolationPoint: 'color:Color colorStyle:ColorStyle type:s value:s',
  IterativeCalculationSettings: 'convergenceThreshold:n maxIterations:n',
  LineStyle: 'type:s width:n',
  Link: 'uri:s',
  MergeCellsRequest: 'mergeType:s range:GridRange',
  MoveDimensionRequest: 'destinationIndex:n source:DimensionRange',
  NamedRange: 'name:s namedRangeId:s range:GridRange',
  NumberFormat: 'pattern:s type:s',
  OverlayPosition: 'anchorCell:GridCoordinate heightPixels:n offsetXPixels:n offsetYPixels:n widthPixels:n',
  Padding: 'bottom:n left:n right:n top:n',
  PointStyle: 'shape:s size:n',
  ProtectedRange:
    'description:s editors:Editors namedRangeId:s protectedRangeId:n range:GridRange requestingUserCanEdit:b tableId:s unprotectedRanges:GridRange[] warningOnly:b',
  RepeatCellRequest: 'cell:CellData fields:s range:GridRange',
  Request:
    'addSheet:AddSheetRequest deleteSheet:DeleteSheetRequest updateSheetProperties:UpdateSheetPropertiesRequest updateSpreadsheetProperties:UpdateSpreadsheetPropertiesRequest updateCells:UpdateCellsRequest appendCells:AppendCellsRequest repeatCell:RepeatCellRequest setDataValidation:SetDataValidationRequest addProtectedRange:AddProtectedRangeRequest updateProtectedRange:UpdateProtectedRangeRequest deleteProtectedRange:DeleteProtectedRangeRequest addConditionalFormatRule:AddConditionalFormatRuleRequest updateConditionalFormatRule:UpdateConditionalFormatRuleRequest deleteConditionalFormatRule:DeleteConditionalFormatRuleRequest addNamedRange:AddNamedRangeRequest updateNamedRange:UpdateNamedRangeRequest deleteNamedRange:DeleteNamedRangeRequest createDeveloperMetadata:CreateDeveloperMetadataRequest updateDeveloperMetadata:UpdateDeveloperMetadataRequest deleteDeveloperMetadata:DeleteDeveloperMetadataRequest updateDimensionProperties:UpdateDimensionPropertiesRequest insertDimension:InsertDimensionRequest deleteDimension:DeleteDimensionRequest appendDimension:AppendDimensionRequest moveDimension:MoveDimensionRequest addFilterView:AddFilterViewRequest updateFilterView:UpdateFilterViewRequest deleteFilterView:DeleteFilterViewRequest setBasicFilter:SetBasicFilterRequest clearBasicFilter:ClearBasicFilterRequest sortRange:SortRangeRequest addBanding:AddBandingRequest updateBanding:UpdateBandingRequest deleteBanding:DeleteBandingRequest updateBorders:UpdateBordersRequest mergeCells:MergeCellsRequest unmergeCells:UnmergeCellsRequest addChart:AddChartRequest updateChartSpec:UpdateChartSpecRequest deleteEmbeddedObject:DeleteEmbeddedObjectRequest updateEmbeddedObjectPosition:UpdateEmbeddedObjectPositionRequest addSlicer:AddSlicerRequest updateSlicerSpec:UpdateSlicerSpecRequest',
  RowData: 'values:CellData[]',
  SetBasicFilterRequest: 'filter:BasicFilter',
  SetDataValidationRequest: 'filteredRowsIncluded:b range:GridRange rule:DataValidationRule',
  Sheet:
    'bandedRanges:BandedRange[] basicFilter:BasicFilter charts:EmbeddedChart[] columnGroups:DimensionGroup[] conditionalFormats:ConditionalFormatRule[] data:GridData[] developerMetadata:DeveloperMetadata[] filterViews:FilterView[] merges:GridRange[] properties:SheetProperties protectedRanges:ProtectedRange[] rowGroups:DimensionGroup[] slicers:Slicer[] tables:Table[]',
  SheetProperties:
    'dataSourceSheetProperties:DataSourceSheetProperties gridProperties:GridProperties hidden:b index:n rightToLeft:b sheetId:n sheetType:s tabColor:Color tabColorStyle:ColorStyle title:s',
  Slicer: 'position:EmbeddedObjectPosition slicerId:n spec:SlicerSpec',
  SlicerSpec:
    'applyToPivotTables:b backgroundColor:Color backgroundColorStyle:ColorStyle columnIndex:n dataRange:GridRange filterCriteria:FilterCriteria horizontalAlignment:s textFormat:TextFormat title:s',
  SortRangeRequest: 'range:GridRange sortSpecs:SortSpec[]',
  SortSpec:
    'backgroundColor:Color backgroundColorStyle:ColorStyle dataSourceColumnReference:DataSourceColumnReference dimensionIndex:n foregroundColor:Color foregroundColorStyle:ColorStyle sortOrder:s',
  Spreadsheet:
    'dataSources:DataSource[] dataSourceSchedules:DataSourceRefreshSchedule[] developerMetadata:DeveloperMetadata[] namedRanges:NamedRange[] properties:SpreadsheetProperties sheets:Sheet[] spreadsheetId:s spreadsheetUrl:s',
  SpreadsheetProperties:
    'autoRecalc:s defaultFormat:CellFormat importFunctionsExternalUrlAccessAllowed:b iterativeCalculationSettings:IterativeCalculationSettings locale:s spreadsheetTheme:SpreadsheetTheme timeZone:s title:s',
  SpreadsheetTheme: 'primaryFontFamily:s themeColors:ThemeColorPair[]',
  TextFormat:
    'bold:b fontFamily:s fontSize:n foregroundColor:Color foregroundColorStyle:ColorStyle italic:b link:Link strikethrough:b underline:b',
  TextFormatRun: 'format:TextFormat startIndex:n',
  TextPosition: 'horizontalAlignment:s',
  TextRotation: 'angle:n vertical:b',
  ThemeColorPair: 'color:ColorStyle colorType:s',
  UnmergeCellsRequest: 'range:GridRange',
  UpdateBandingRequest: 'bandedRange:BandedRange fields:s',
  UpdateBordersRequest:
    'bottom:Border innerHorizontal:Border innerVertical:Border left:Border range:GridRange right:Border top:Border',
  UpdateCellsRequest: 'fields:s range:GridRange rows:RowData[] start:GridCoordinate',
  UpdateChartSpecRequest: 'chartId:n spec:ChartSpec',
  UpdateConditionalFormatRuleRequest: 'index:n newIndex:n rule:ConditionalFormatRule sheetId:n',
  UpdateDeveloperMetadataRequest: 'dataFilters:DataFilter[] developerMetadata:DeveloperMetadata fields:s',
  UpdateDimensionPropertiesRequest:
    'dataSourceSheetRange:DataSourceSheetDimensionRange fields:s properties:DimensionProperties range:DimensionRange',
  UpdateEmbeddedObjectPositionRequest: 'fields:s newPosition:EmbeddedObjectPosition objectId:n',
  UpdateFilterViewRequest: 'fields:s filter:FilterView',
  UpdateNamedRangeRequest: 'fields:s namedRange:NamedRange',
  UpdateProtectedRangeRequest: 'fields:s protectedRange:ProtectedRange',
  UpdateSheetPropertiesRequest: 'fields:s properties:SheetProperties',
  UpdateSlicerSpecRequest: 'fields:s slicerId:n spec:SlicerSpec',
  UpdateSpreadsheetPropertiesRequest: 'fields:s properties:SpreadsheetProperties',
  ValueRange: 'majorDimension:s range:s values:any',
} as const;

export type MessageName = keyof typeof MESSAGES;

export interface FieldType {
  type: string;
  repeated: boolean;
  map: boolean;
}

const SCALARS: ReadonlySet<string> = new Set(['s', 'n', 'b', 'any']);

/** Fields of a message by name, or undefined when the host does not know the message. */
export type Messages = (name: string) => ReadonlyMap<string, FieldType> | undefined;

/** Messages written one line a type, as above; each line is read when it is first asked for. */
export function messagesIn(lines: Readonly<Record<string, string>>): Messages {
  const parsed = new Map<string, ReadonlyMap<string, FieldType>>();
  return (name) => {
    const ready = parsed.get(name);
    if (ready) return ready;
    const line = Object.hasOwn(lines, name) ? lines[name] : undefined;
    if (line === undefined) return undefined;
    const fields = new Map<string, FieldType>();
    for (const part of line.split(' ').filter(Boolean)) {
      const [field = '', type = ''] = part.split(':');
      const [repeated, map] = [type.endsWith('[]'), type.startsWith('{')];
      fields.set(field, { type: type.replace(/[[\]{}]/g, ''), repeated, map });
    }
    parsed.set(name, fields);
    return fields;
  };
}

/** Those of the Sheets API. */
export const messageFields = messagesIn(MESSAGES);

/** Whether the type is a scalar (string, number, boolean, any JSON) and not a message. */
export function isScalar(type: string): boolean {
  return SCALARS.has(type);
}
