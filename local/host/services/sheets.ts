/** The advanced Sheets service (REST v4) as Apps Script shows it: resource first, then ids, then options. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented, ScriptFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import { JsonAnswer } from '../runtime/realm';
import { applyRequests } from '../workbook/batchUpdate';
import { checkMask, parseMask, selectObject } from '../workbook/fieldMask';
import { getSpreadsheet } from '../workbook/read';
import { checkMessage } from '../workbook/schemaCheck';
import type { Actor, Spreadsheet } from '../workbook/store';
import { clearValues, type ReadOptions, readValues, writeValues } from '../workbook/values';
import type { Execution } from './execution';
import { openOther } from './otherFiles';
import type { RequestKind } from './sheetsQuota';

type Options = Record<string, unknown>;

/** `reason` of an error, by its HTTP status. */
const REASONS: Record<number, string> = {
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
  500: 'backendError',
  503: 'backendError',
};

/** Runs the REST method within its quota; its refusals are thrown the way Apps Script throws them. */
function api<T>(run: Execution, kind: RequestKind, method: string, work: () => T): T {
  try {
    run.sheetsQuota?.take(run.actor.user, kind, run.now().getTime());
    return work();
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const message = `API call to ${method} failed with error: ${error.message}`;
    throw new ScriptFault('GoogleJsonResponseException', message, {
      code: error.code,
      message: error.message,
      errors: [{ domain: 'global', reason: REASONS[error.code] ?? 'badRequest', message: error.message }],
    });
  }
}

/** A refusal inside a list names its item, as Google's does. */
function within<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiFault) throw new ApiFault(`${where}: ${error.message}`, error.code);
    throw error;
  }
}

function optionsOf(value: unknown, allowed: readonly string[], path: string): Options {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') throw signatureFault(path, [value]);
  const options: Options = { ...value };
  for (const key of Object.keys(options))
    if (!allowed.includes(key)) throw notImplemented(`option "${key}" of ${path}`);
  return options;
}

const text = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return value === undefined || value === null ? undefined : String(value);
};

function textList(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String);
}

const resourceOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

/** With drive.file alone a script reads no file it neither made nor is bound to. */
const READS_ANY_FILE = ['spreadsheets', 'spreadsheets.readonly', 'drive', 'drive.readonly'];

interface Opened {
  spreadsheet: Spreadsheet;
  actor: Actor;
}

/** The spreadsheet of that id, for reading. @throws ApiFault when there is none or the user may not open it */
function opened({ workbook, actor, others, manifest }: Execution, id: unknown, path: string): Opened {
  if (typeof id !== 'string') throw signatureFault(path, [id]);
  if (id === workbook.current.spreadsheetId) return { spreadsheet: workbook.current, actor };
  const { scopes } = manifest;
  if (scopes && !READS_ANY_FILE.some((scope) => scopes.includes(`https://www.googleapis.com/auth/${scope}`)))
    throw new ApiFault('Requested entity was not found.', 404);
  return { spreadsheet: openOther(others, id, actor.user), actor: { ...actor, owner: others?.get(id)?.owner ?? '' } };
}

/** Of the other spreadsheets none can be written. */
function checkId(run: Execution, id: unknown, path: string): void {
  const { spreadsheet } = opened(run, id, path);
  if (spreadsheet !== run.workbook.current) throw notImplemented(`${path} of another spreadsheet`);
}

const READ = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption', 'fields'];

const readOptions = (options: Options): ReadOptions => ({
  majorDimension: text(options, 'majorDimension'),
  valueRenderOption: text(options, 'valueRenderOption'),
  dateTimeRenderOption: text(options, 'dateTimeRenderOption'),
});

/** The answer cut to the `fields` parameter, if one was given. */
function masked(answer: object, options: Options, message?: string): JsonAnswer {
  const fields = text(options, 'fields');
  if (fields === undefined) return new JsonAnswer(answer);
  const mask = parseMask(fields);
  if (message) checkMask(mask, message);
  return new JsonAnswer(selectObject(answer, mask));
}

class Values extends Face {
  readonly path = 'Sheets.Spreadsheets.Values';
  override readonly byJson = true;
  readonly #run: Execution;
  constructor(run: Execution) {
    super();
    this.#run = run;
  }

  get(id: unknown, range: unknown, options?: unknown): JsonAnswer {
    return api(this.#run, 'Read', 'sheets.spreadsheets.values.get', () => {
      const { spreadsheet } = opened(this.#run, id, `${this.path}.get`);
      const given = optionsOf(options, READ, `${this.path}.get`);
      return masked(readValues(spreadsheet, String(range), readOptions(given)), given, 'ValueRange');
    });
  }

  batchGet(id: unknown, options?: unknown): JsonAnswer {
    return api(this.#run, 'Read', 'sheets.spreadsheets.values.batchGet', () => {
      const { spreadsheet } = opened(this.#run, id, `${this.path}.batchGet`);
      const given = optionsOf(options, [...READ, 'ranges'], `${this.path}.batchGet`);
      const read = readOptions(given);
      const valueRanges = (textList(given.ranges) ?? []).map((range) => readValues(spreadsheet, range, read));
      return masked({ spreadsheetId: id, valueRanges }, given);
    });
  }

  update(resource: unknown, id: unknown, range: unknown, options?: unknown): JsonAnswer {
    return api(this.#run, 'Write', 'sheets.spreadsheets.values.update', () => {
      const path = `${this.path}.update`;
      checkId(this.#run, id, path);
      const given = optionsOf(options, ['valueInputOption', 'fields'], path);
      const data: sheets_v4.Schema$ValueRange = resourceOf(resource);
      checkMessage(data, 'ValueRange', 'data');
      if (data.range !== undefined && data.range !== null && data.range !== range) {
        throw new ApiFault(
          `Requested writing within range [${String(range)}], but the data's range is [${data.range}]`,
        );
      }
      const { workbook, actor } = this.#run;
      const done = workbook.change(actor, (draft) =>
        writeValues(
          draft,
          { ...data, range: String(range) },
          text(given, 'valueInputOption') ?? 'INPUT_VALUE_OPTION_UNSPECIFIED',
        ),
      );
      return masked({ spreadsheetId: id, ...done }, given);
    });
  }

  batchUpdate(resource: unknown, id: unknown, options?: unknown): JsonAnswer {
    return api(this.#run, 'Write', 'sheets.spreadsheets.values.batchUpdate', () => {
      const path = `${this.path}.batchUpdate`;
      checkId(this.#run, id, path);
      const given = optionsOf(options, ['fields'], path);
      const sent: sheets_v4.Schema$BatchUpdateValuesRequest = resourceOf(resource);
      checkMessage(sent, 'BatchUpdateValuesRequest', 'request');
      if (sent.includeValuesInResponse) throw notImplemented(`includeValuesInResponse of ${path}`);
      const { workbook, actor } = this.#run;
      const responses = workbook.change(actor, (draft) =>
        (sent.data ?? []).map((data, i) => ({
          spreadsheetId: String(id),
          ...within(`Invalid data[${i}]`, () =>
            writeValues(draft, data, sent.valueInputOption ?? 'INPUT_VALUE_OPTION_UNSPECIFIED'),
          ),
        })),
      );
      const sum = (pick: (one: sheets_v4.Schema$UpdateValuesResponse) => number | null | undefined): number =>
        responses.reduce((total, one) => total + (pick(one) ?? 0), 0);
      const answer = {
        spreadsheetId: id,
        totalUpdatedRows: sum((one) => one.updatedRows),
        totalUpdatedColumns: sum((one) => one.updatedColumns),
        totalUpdatedCells: sum((one) => one.updatedCells),
        totalUpdatedSheets: new Set(responses.map((one) => one.updatedRange?.split('!')[0])).size,
        responses,
      };
      return masked(answer, given);
    });
  }

  clear(resource: unknown, id: unknown, range: unknown): JsonAnswer {
    return api(this.#run, 'Write', 'sheets.spreadsheets.values.clear', () => {
      checkId(this.#run, id, `${this.path}.clear`);
      if (Object.keys(resourceOf(resource)).length > 0) throw new ApiFault('ClearValuesRequest has no fields.');
      const { workbook, actor } = this.#run;
      const clearedRange = workbook.change(actor, (draft) => clearValues(draft, String(range)));
      return new JsonAnswer({ spreadsheetId: id, clearedRange });
    });
  }
}

class Spreadsheets extends Face {
  readonly path = 'Sheets.Spreadsheets';
  override readonly byJson = true;
  readonly #run: Execution;
  constructor(run: Execution) {
    super();
    this.#run = run;
  }

  override constants(): Record<string, unknown> {
    return { Values: new Values(this.#run) };
  }

  get(id: unknown, options?: unknown): JsonAnswer {
    return api(this.#run, 'Read', 'sheets.spreadsheets.get', () => {
      const { spreadsheet, actor } = opened(this.#run, id, `${this.path}.get`);
      const given = optionsOf(options, ['fields', 'includeGridData', 'ranges'], `${this.path}.get`);
      return new JsonAnswer(
        getSpreadsheet(spreadsheet, actor, {
          fields: text(given, 'fields'),
          includeGridData: given.includeGridData === true,
          ranges: textList(given.ranges),
        }),
      );
    });
  }

  batchUpdate(resource: unknown, id: unknown, options?: unknown): JsonAnswer {
    return api(this.#run, 'Write', 'sheets.spreadsheets.batchUpdate', () => {
      const path = `${this.path}.batchUpdate`;
      checkId(this.#run, id, path);
      const given = optionsOf(options, ['fields'], path);
      const sent: sheets_v4.Schema$BatchUpdateSpreadsheetRequest = resourceOf(resource);
      for (const key of Object.keys(sent)) {
        if (key !== 'requests' && key !== 'includeSpreadsheetInResponse') throw notImplemented(`"${key}" of ${path}`);
      }
      const requests = sent.requests ?? [];
      if (!Array.isArray(requests)) throw new ApiFault("Invalid value at 'requests'");
      const { workbook, actor } = this.#run;
      const replies = workbook.change(actor, (draft) => applyRequests(draft, requests));
      const answer: sheets_v4.Schema$BatchUpdateSpreadsheetResponse = { spreadsheetId: String(id), replies };
      if (sent.includeSpreadsheetInResponse) answer.updatedSpreadsheet = getSpreadsheet(workbook.current, actor, {});
      return masked(answer, given);
    });
  }
}

export class SheetsService extends Face {
  readonly path = 'Sheets';
  readonly #run: Execution;
  constructor(run: Execution) {
    super();
    this.#run = run;
  }
  override constants(): Record<string, unknown> {
    return { Spreadsheets: new Spreadsheets(this.#run) };
  }
}
