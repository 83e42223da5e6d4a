/** .xlsx out and in: the ledger's exchange format with Excel, WPS and LibreOffice. */
export { readXlsx, type XlsxContents, type XlsxRow, type XlsxTab } from './xlsxRead';
export { exportXlsx } from './xlsxWrite';
