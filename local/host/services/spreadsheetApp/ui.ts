/** SpreadsheetApp.getUi(): menus, alerts, prompts, sidebar and dialogs, all recorded. */
import { serviceFault, signatureFault } from '../../errors';
import { Face } from '../../runtime/face';
import { Enumeration, EnumMember } from '../enumeration';
import { HtmlOutput } from '../html';
import type { ButtonName, MenuItem, UiRecord } from './uiRecord';

const FUNCTION_NAME = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

class Menu extends Face {
  readonly path = 'SpreadsheetApp.Menu';
  readonly items: MenuItem[] = [];
  readonly #ui: UiRecord;
  constructor(
    readonly caption: string,
    ui: UiRecord,
  ) {
    super();
    this.#ui = ui;
  }
  addItem(...args: unknown[]): Menu {
    const [caption, functionName] = args;
    if (
      args.length !== 2 ||
      typeof caption !== 'string' ||
      typeof functionName !== 'string' ||
      !FUNCTION_NAME.test(functionName)
    ) {
      throw signatureFault(`${this.path}.addItem`, args);
    }
    this.items.push({ kind: 'item', caption, functionName });
    return this;
  }
  addSeparator(): Menu {
    this.items.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(...args: unknown[]): Menu {
    const [menu] = args;
    if (!(menu instanceof Menu)) throw signatureFault(`${this.path}.addSubMenu`, args);
    this.items.push({ kind: 'menu', caption: menu.caption, items: menu.items });
    return this;
  }
  addToUi(): void {
    this.#ui.add({ kind: 'menu', caption: this.caption, items: this.items.slice() });
  }
}

class PromptResponse extends Face {
  readonly path = 'SpreadsheetApp.PromptResponse';
  readonly #button: EnumMember;
  readonly #text: string;
  constructor(button: EnumMember, text: string) {
    super();
    this.#button = button;
    this.#text = text;
  }
  getSelectedButton(): EnumMember {
    return this.#button;
  }
  getResponseText(): string {
    return this.#text;
  }
}

export class Ui extends Face {
  readonly path = 'SpreadsheetApp.Ui';
  readonly #record: UiRecord;
  readonly #buttons = new Enumeration('SpreadsheetApp.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
  readonly #sets = new Enumeration('SpreadsheetApp.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
  constructor(record: UiRecord) {
    super();
    this.#record = record;
  }
  override constants(): Record<string, unknown> {
    return { Button: this.#buttons, ButtonSet: this.#sets };
  }

  createMenu(...args: unknown[]): Menu {
    const [caption] = args;
    if (args.length !== 1 || typeof caption !== 'string') throw signatureFault(`${this.path}.createMenu`, args);
    return new Menu(caption, this.#record);
  }
  createAddonMenu(): Menu {
    return new Menu('插件', this.#record);
  }

  /** (prompt) · (prompt, buttons) · (title, prompt, buttons) */
  alert(...args: unknown[]): EnumMember {
    const { title, message, buttons } = this.#question('alert', args);
    const answer = this.#record.nextAlert(message, buttons);
    this.#checkAnswer(answer, buttons);
    this.#record.add({ kind: 'alert', ...(title === undefined ? {} : { title }), message, buttons, answer });
    return this.#button(answer);
  }
  prompt(...args: unknown[]): PromptResponse {
    const { title, message, buttons } = this.#question('prompt', args);
    const { button, text } = this.#record.nextPrompt(message);
    this.#checkAnswer(button, buttons);
    this.#record.add({
      kind: 'prompt',
      ...(title === undefined ? {} : { title }),
      message,
      buttons,
      answer: button,
      text,
    });
    return new PromptResponse(this.#button(button), text);
  }

  showSidebar(...args: unknown[]): void {
    this.#show('sidebar', args[0] instanceof HtmlOutput ? args[0].title : '', args, 1);
  }
  showModalDialog(...args: unknown[]): void {
    this.#show('modalDialog', String(args[1]), args, 2);
  }
  showModelessDialog(...args: unknown[]): void {
    this.#show('modelessDialog', String(args[1]), args, 2);
  }

  #show(
    kind: 'sidebar' | 'modalDialog' | 'modelessDialog',
    title: string,
    args: readonly unknown[],
    count: number,
  ): void {
    const [html] = args;
    if (args.length !== count || !(html instanceof HtmlOutput)) {
      throw signatureFault(`${this.path}.show${kind[0]?.toUpperCase()}${kind.slice(1)}`, args);
    }
    const size = {
      ...(html.width === undefined ? {} : { width: html.width }),
      ...(html.height === undefined ? {} : { height: html.height }),
    };
    this.#record.add({ kind, title, content: html.content, ...size });
  }

  #question(method: string, args: readonly unknown[]): { title: string | undefined; message: string; buttons: string } {
    const fail = (): never => {
      throw signatureFault(`${this.path}.${method}`, args);
    };
    const set = args.length > 1 ? args[args.length - 1] : undefined;
    const asked = args.length > 1 ? args.slice(0, -1) : args;
    const known = set instanceof EnumMember && this.#sets.members.get(set.path) === set;
    // (title, prompt) without buttons is no published signature
    if (asked.length < 1 || asked.length > 2 || (args.length > 1 && !known)) fail();
    const [first, second] = asked.map(String);
    const buttons = set instanceof EnumMember ? set.path : 'OK';
    return second === undefined
      ? { title: undefined, message: first ?? '', buttons }
      : { title: first, message: second, buttons };
  }

  #checkAnswer(answer: ButtonName, buttons: string): void {
    if (answer !== 'CLOSE' && !buttons.split('_').includes(answer)) {
      throw serviceFault(`the queued answer ${answer} is not one of the buttons ${buttons}`);
    }
  }

  #button(name: ButtonName): EnumMember {
    const member = this.#buttons.members.get(name);
    if (!member) throw serviceFault(`no button ${name}`);
    return member;
  }
}
