/** Univer with the parts the workbench uses, in Chinese. What createUniver of the meta-package does, without its rest. */
import {
  CellValueType,
  InterceptorEffectEnum,
  IUndoRedoService,
  type IUniverConfig,
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import {
  IActiveDirtyManagerService,
  INTERCEPTOR_POINT,
  IRenderManagerService,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationWords from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterWords from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsFindReplacePreset } from '@univerjs/preset-sheets-find-replace';
import findWords from '@univerjs/preset-sheets-find-replace/locales/zh-CN';
import { SheetsNotePopupService, UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/zh-CN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortWords from '@univerjs/preset-sheets-sort/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';
import '@univerjs/preset-sheets-find-replace/lib/index.css';
import { HIDDEN_ITEMS } from './commands';

/** Where Univer's own look at numbers kept as text comes in is 10. */
const ABOVE_FORCE_STRING = 11;

type Words = { [key: string]: string | string[] | Words };

/** What the Chinese of the presets lacks, and what differs here: the host sorts whole rows. */
const OWN_WORDS: Words = {
  'sheets-formula': {
    progress: {
      analyzing: '正在分析',
      calculating: '正在计算',
      'array-analysis': '正在分析数组',
      'array-calculation': '正在计算数组',
      done: '完成',
    },
  },
  'sheets-sort-ui': { general: { 'sort-asc-cur': '整表按此列升序', 'sort-desc-cur': '整表按此列降序' } },
};

/** Univer's own merging replaces a whole group of words. */
function withWords(words: Words, more: Words): Words {
  const merged: Words = { ...words };
  for (const [key, value] of Object.entries(more)) {
    const present = merged[key];
    const nests =
      typeof value === 'object' && typeof present === 'object' && !Array.isArray(value) && !Array.isArray(present);
    merged[key] = nests ? withWords(present, value) : value;
  }
  return merged;
}

export interface Engine {
  api: FUniver;
  /** Positions in the undo history are wrong after rows moved. */
  forgetUndo(unitId: string): void;
  /** Pixels of the drawn area, the heads of rows and columns included. */
  size(unitId: string): { width: number; height: number };
  /** The note of the cell one stands on is another now, or gone: what is seen of it follows. */
  noteChanged(place: { unitId: string; subUnitId: string; row: number; col: number }, noteId: string | undefined): void;
  /** Called once, after the first workbook was made. */
  begun(): void;
}

export function createEngine(container: HTMLElement): Engine {
  const menu = Object.fromEntries(HIDDEN_ITEMS.map((id) => [id, { hidden: true }]));
  const presets: ReturnType<typeof UniverSheetsCorePreset>[] = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
      contextMenu: true,
      menu,
      // 2: nothing is computed at load; the host is the one that computes
      formula: { initialFormulaComputing: 2 },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: {
        disableForceStringAlert: true,
        disableForceStringMark: true,
        clipboardConfig: { hidePasteOptions: true },
      },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsFilterPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
    UniverSheetsFindReplacePreset(),
  ];
  const config: Partial<IUniverConfig> = {
    locale: LocaleType.ZH_CN,
    locales: {
      [LocaleType.ZH_CN]: withWords(
        mergeLocales(coreWords, validationWords, filterWords, noteWords, sortWords, findWords),
        OWN_WORDS,
      ),
    },
    logLevel: LogLevel.WARN,
  };
  const univer = new Univer(config);
  const plugins = new Map<string, [PluginCtor<Plugin>, unknown]>();
  for (const preset of presets) {
    for (const entry of preset.plugins) {
      const [plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
      plugins.delete(plugin.pluginName);
      plugins.set(plugin.pluginName, [plugin, options]);
    }
  }
  for (const [plugin, options] of plugins.values()) univer.registerPlugin(plugin, options);
  return {
    api: FUniver.newAPI(univer),
    forgetUndo: (unitId) => univer.__getInjector().get(IUndoRedoService).clearUndoRedo(unitId),
    size: (unitId) => {
      const engine = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId)?.engine;
      return { width: engine?.width ?? 0, height: engine?.height ?? 0 };
    },
    noteChanged: (place, noteId) => {
      const popup = univer.__getInjector().get(SheetsNotePopupService);
      popup.hidePopup(true);
      if (noteId !== undefined) popup.showPopup({ ...place, noteId });
    },
    begun: () => {
      const injector = univer.__getInjector();
      drawTextsAsTexts(injector.get(SheetInterceptorService));
      // no formula is calculated, and yet a tenth of a second after every change Univer would look for some and draw all anew
      injector.get(IActiveDirtyManagerService).getDirtyConversionMap().clear();
    },
  };
}

/**
 * Whenever a cell is drawn Univer tries to read its text as a date or a number, for the mark of a number kept as text,
 * although that mark is switched off: half of all the time that drawing takes. A cell that does not say that it is a text
 * is not looked at, and drawn the same.
 */
function drawTextsAsTexts(interceptors: SheetInterceptorService): void {
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: ABOVE_FORCE_STRING,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, _place, next) => {
      if (cell?.t !== CellValueType.STRING) return next(cell);
      const { t: _text, ...rest } = cell;
      return next(rest);
    },
  });
}
