/** The shape every family of batchUpdate requests is written in. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Draft } from '../store';

export type Kind = keyof sheets_v4.Schema$Request;
export type Reply = sheets_v4.Schema$Response;
export type Handler<K extends Kind> = (
  draft: Draft,
  request: NonNullable<sheets_v4.Schema$Request[K]>,
) => Reply | undefined;
export type Handlers = { [K in Kind]?: Handler<K> };
