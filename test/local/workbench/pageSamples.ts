/** A small ledger of a fictitious unit, as the server gives it to the page. */
import type { BookView, SheetView, StyleView } from '../../../local/workbench/protocol';

export const STYLES: StyleView[] = [{ background: '#1f4e79', color: '#ffffff', bold: true }, { wrap: true }];

export function sheet(part: Partial<SheetView>): SheetView {
  return {
    id: 1,
    title: '问题台账',
    rowCount: 500,
    columnCount: 4,
    frozenRows: 1,
    frozenColumns: 1,
    columnWidths: [60, 240, null, null],
    hideGridlines: false,
    rows: [
      [
        { value: '编号', style: 0 },
        { value: '问题', style: 0 },
        { value: '状态', style: 0 },
      ],
      [{ value: 1 }, { value: '学习不深入', style: 1 }, { value: '整改中' }],
      [{ value: 2 }, { value: '公务接待审批不严', style: 1 }, { value: '已销号' }],
    ],
    validations: [{ fromRow: 1, toRow: 500, column: 2, kind: 'list', values: ['整改中', '已销号'] }],
    systemColumns: [2],
    ...part,
  };
}

export function book(sheets: SheetView[]): BookView {
  return { title: '云溪县水务局整改台账', sheets, styles: STYLES };
}
