/** spreadsheets.batchUpdate: every request or none, in order, each held against the published schema first. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault, notImplemented } from '../errors';
import { bandingRequests } from './requests/banding';
import { borderRequests } from './requests/borders';
import { cellRequests } from './requests/cells';
import { chartRequests } from './requests/charts';
import { conditionalFormatRequests } from './requests/conditionalFormats';
import { dimensionRequests } from './requests/dimensions';
import { embeddedRequests } from './requests/embedded';
import { filterRequests } from './requests/filters';
import type { Handler, Handlers, Kind } from './requests/handler';
import { metadataRequests } from './requests/metadata';
import { namedRangeRequests } from './requests/namedRanges';
import { protectionRequests } from './requests/protections';
import { sheetRequests } from './requests/sheets';
import { slicerRequests } from './requests/slicers';
import { sortRequests } from './requests/sort';
import { messageFields } from './schema';
import { checkMessage } from './schemaCheck';
import type { Draft } from './store';

const HANDLERS: Handlers = {
  ...sheetRequests,
  ...cellRequests,
  ...borderRequests,
  ...sortRequests,
  ...dimensionRequests,
  ...protectionRequests,
  ...conditionalFormatRequests,
  ...namedRangeRequests,
  ...metadataRequests,
  ...filterRequests,
  ...bandingRequests,
  ...embeddedRequests,
  ...chartRequests,
  ...slicerRequests,
};

const isKind = (kind: string): kind is Kind => Object.hasOwn(HANDLERS, kind);

/**
 * Applies the requests to the draft.
 * @returns one reply a request, `{}` where the API answers with nothing
 * @throws ApiFault for the first request that cannot be applied; the draft is then to be forgotten
 */
export function applyRequests(
  draft: Draft,
  requests: readonly sheets_v4.Schema$Request[],
): sheets_v4.Schema$Response[] {
  if (requests.length === 0) throw new ApiFault('Must specify at least one request.');
  const checked = requests.map((request, i) => checkRequest(request, i));
  return checked.map(({ kind, request }, i) => {
    try {
      return run(draft, kind, request) ?? {};
    } catch (error) {
      if (error instanceof ApiFault) throw new ApiFault(`Invalid requests[${i}].${kind}: ${error.message}`, error.code);
      throw error;
    }
  });
}

function checkRequest(request: sheets_v4.Schema$Request, i: number): { kind: Kind; request: sheets_v4.Schema$Request } {
  if (typeof request !== 'object' || request === null)
    throw new ApiFault(`Invalid value at 'requests[${i}]' (Request), ${JSON.stringify(request)}`);
  const kinds = Object.entries(request).flatMap(([kind, body]) => (body === null || body === undefined ? [] : [kind]));
  const [kind] = kinds;
  if (kind === undefined) throw new ApiFault(`Invalid requests[${i}]: No request set.`);
  if (kinds.length > 1) {
    throw new ApiFault(
      `Invalid value at 'requests[${i}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
    );
  }
  const type = messageFields('Request')?.get(kind)?.type;
  if (type === undefined || !isKind(kind))
    throw notImplemented(`requests[${i}].${kind} of Sheets.Spreadsheets.batchUpdate`);
  checkMessage(request[kind], type, `requests[${i}].${kind}`);
  return { kind, request };
}

function run<K extends Kind>(
  draft: Draft,
  kind: K,
  request: sheets_v4.Schema$Request,
): sheets_v4.Schema$Response | undefined {
  const handler: Handler<K> | undefined = HANDLERS[kind];
  const body = request[kind];
  if (!handler || !body) return undefined;
  return handler(draft, body) ?? undefined;
}
