/** What the user would have seen, in order, and the answers a test has ready for questions. */
import { ScriptFault } from '../../errors';

export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';

export interface MenuItem {
  /** item: caption and function; separator: neither; menu: caption and items */
  kind: 'item' | 'separator' | 'menu';
  caption?: string;
  functionName?: string;
  items?: MenuItem[];
}

export type UiEvent =
  | { kind: 'menu'; caption: string; items: MenuItem[] }
  | { kind: 'alert'; title?: string; message: string; buttons: string; answer: ButtonName }
  | { kind: 'prompt'; title?: string; message: string; buttons: string; answer: ButtonName; text: string }
  | { kind: 'toast'; message: string; title?: string; seconds?: number }
  | {
      kind: 'sidebar' | 'modalDialog' | 'modelessDialog';
      title: string;
      content: string;
      width?: number;
      height?: number;
    };

/** What a test reads and prepares. */
export interface UiEvents {
  /** everything shown since the host was made, in order */
  readonly events: readonly UiEvent[];
  /** the menus standing in the menu bar: the last one added under each caption */
  readonly menus: readonly { caption: string; items: MenuItem[] }[];
  /** queues the answer to the next alert */
  answerAlert(button: ButtonName): void;
  /** queues the answer to the next prompt */
  answerPrompt(button: ButtonName, text: string): void;
  clear(): void;
}

export class UiRecord implements UiEvents {
  readonly events: UiEvent[] = [];
  readonly #alerts: ButtonName[] = [];
  readonly #prompts: { button: ButtonName; text: string }[] = [];

  get menus(): { caption: string; items: MenuItem[] }[] {
    const menus = new Map<string, { caption: string; items: MenuItem[] }>();
    for (const event of this.events)
      if (event.kind === 'menu') menus.set(event.caption, { caption: event.caption, items: event.items });
    return [...menus.values()];
  }

  add(event: UiEvent): void {
    this.events.push(event);
  }
  answerAlert(button: ButtonName): void {
    this.#alerts.push(button);
  }
  answerPrompt(button: ButtonName, text: string): void {
    this.#prompts.push({ button, text });
  }
  clear(): void {
    this.events.length = 0;
  }

  /** @throws ScriptFault when a question with a choice has no answer queued: the host guesses none */
  nextAlert(message: string, buttons: string): ButtonName {
    const answer = this.#alerts.shift();
    if (answer) return answer;
    if (buttons === 'OK') return 'OK';
    throw new ScriptFault('Error', `no answer is queued for the alert "${message}" (${buttons})`);
  }
  nextPrompt(message: string): { button: ButtonName; text: string } {
    const answer = this.#prompts.shift();
    if (!answer) throw new ScriptFault('Error', `no answer is queued for the prompt "${message}"`);
    return answer;
  }
}
