/** What the host recorded as shown, as the page shows it. */
import { randomBytes } from 'node:crypto';
import type { MenuItem, UiEvent } from '../../host';
import type { FileView, MenuView, UiView } from '../protocol';
import { withBridge } from './bridge';
import { WORDING } from './wording';

/** Pages shown and perhaps not yet fetched; older ones are gone. */
const FRAMES_KEPT = 24;

const WIDTH = 600;
const HEIGHT = 400;

export function menuView(caption: string, items: readonly MenuItem[]): MenuView {
  return {
    caption,
    items: items.map((item): MenuView['items'][number] => {
      if (item.kind === 'menu') return { kind: 'menu', menu: menuView(item.caption ?? '', item.items ?? []) };
      if (item.kind === 'separator') return { kind: 'separator' };
      return { kind: 'item', caption: item.caption ?? '', functionName: item.functionName ?? '' };
    }),
  };
}

export class Frames {
  readonly #pages = new Map<string, string>();

  page(id: string): string | undefined {
    return this.#pages.get(id);
  }

  /** What the page is to show; menus are not among it. Links into Drive become the files listed here. */
  views(events: readonly UiEvent[], files: readonly FileView[]): UiView[] {
    return events.flatMap((event): UiView[] => {
      switch (event.kind) {
        case 'toast':
          return [{ kind: 'toast', title: event.title ?? '', message: withFiles(event.message, files, named) }];
        case 'alert':
          return [{ kind: 'alert', title: event.title ?? '', message: withFiles(event.message, files, addressed) }];
        case 'sidebar':
          return [{ kind: 'sidebar', title: event.title, page: this.#keep(event.content) }];
        case 'modalDialog':
        case 'modelessDialog': {
          const { title, width = WIDTH, height = HEIGHT } = event;
          return [{ kind: 'dialog', title, page: this.#keep(event.content), width, height }];
        }
        default:
          return [];
      }
    });
  }

  /** Under a path nobody can guess: a frame without an origin sends no cookie. */
  #keep(content: string): string {
    const id = randomBytes(24).toString('base64url');
    this.#pages.set(id, withBridge(content));
    for (const old of [...this.#pages.keys()].slice(0, -FRAMES_KEPT)) this.#pages.delete(old);
    return `/frame/${id}`;
  }
}

/** Links into Drive, where they lead to a file of the program, as the workbench has it. */
function withFiles(message: string, files: readonly FileView[], as: (file: FileView) => string): string {
  return message.replace(/https:\/\/(?:drive|docs)\.google\.com\/(?:file|document)\/d\/([\w-]+)\S*/g, (link, id) => {
    const file = files.find((one) => one.id === id);
    return file ? as(file) : link;
  });
}

/** In a message that goes by itself there is no time to press. */
const named = ({ name }: FileView): string => WORDING.fileListed(name);
const addressed = ({ id }: FileView): string => `/files/${id}`;
