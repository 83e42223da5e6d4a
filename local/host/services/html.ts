/** HtmlService, as far as sidebars and dialogs need it: the page is recorded, not rendered. */
import { serviceFault, signatureFault } from '../errors';
import { Face } from '../runtime/face';
import type { Execution } from './execution';

export class HtmlOutput extends Face {
  readonly path = 'HtmlService.HtmlOutput';
  title = '';
  width: number | undefined;
  height: number | undefined;
  constructor(readonly content: string) {
    super();
  }
  setTitle(...args: unknown[]): HtmlOutput {
    if (args.length !== 1) throw signatureFault(`${this.path}.setTitle`, args);
    this.title = String(args[0]);
    return this;
  }
  setWidth(...args: unknown[]): HtmlOutput {
    this.width = Number(args[0]);
    return this;
  }
  setHeight(...args: unknown[]): HtmlOutput {
    this.height = Number(args[0]);
    return this;
  }
  getContent(): string {
    return this.content;
  }
  getTitle(): string {
    return this.title;
  }
}

export class HtmlService extends Face {
  readonly path = 'HtmlService';
  readonly #run: Execution;
  constructor(run: Execution) {
    super();
    this.#run = run;
  }
  createHtmlOutput(...args: unknown[]): HtmlOutput {
    if (args.length > 1) throw signatureFault(`${this.path}.createHtmlOutput`, args);
    return new HtmlOutput(args.length === 0 ? '' : String(args[0]));
  }
  createHtmlOutputFromFile(...args: unknown[]): HtmlOutput {
    const name = String(args[0]).replace(/\.html$/, '');
    const content = this.#run.html[name];
    if (content === undefined) throw serviceFault(`No HTML file named ${name} was found.`);
    return new HtmlOutput(content);
  }
}
