/** The ledger on the desk: the host that runs it, its views, its files and where it is kept. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLE_DAY, fillExample, type Material } from '../../commands/example';
import type { Player } from '../../commands/history';
import type { Program } from '../../commands/project';
import { called, emptyStore, instantOf, NOBODY } from '../../commands/session';
import { address, quotedTitle } from '../../files/a1';
import type { WholeContents } from '../../files/journal';
import { type Lock, lockStore } from '../../files/lock';
import { messageOf, ok, type Result, refuse } from '../../files/result';
import { readStore, type Spreadsheet, type Store } from '../../files/store';
import { createHost, type Host, type HostOptions } from '../../host';
import type { MenuView, Patch, StateView, UiView } from '../protocol';
import { copyAside, namesAside } from './aside';
import { ProgramFiles } from './files';
import { Keeper } from './keeper';
import { Mailbox } from './mailbox';
import { peopleOf } from './people';
import { Seats } from './seats';
import { loadProgram, movesPerson, standingOf } from './standing';
import { type Trouble, trouble } from './trouble';
import { Frames, menuView } from './ui';
import { BookViews } from './views';
import { WORDING } from './wording';

export interface DeskOptions {
  /** Where the work is kept. */
  folder: string;
  program: Program;
  /** The project's HTML files by name, for the sidebar and the dialogs. */
  html: Record<string, string>;
  /** The example a first start begins with; without it the ledger begins empty. */
  material: Material | undefined;
  now: () => Date;
  log: (line: string) => void;
}

const DAY = 86_400_000;
/** Serial of 1970-01-01. */
const UNIX_DAY = 25_569;

export class Desk {
  readonly #options: DeskOptions;
  readonly #lock: Lock;
  readonly #file: string;
  readonly files: ProgramFiles;
  readonly #mailbox: Mailbox;
  readonly frames = new Frames();
  host: Host;
  #keeper: Keeper;
  #views: BookViews;
  #menus: MenuView[] = [];
  #owner: string;
  readonly #seats: Seats;
  #revision = 1;
  /** Set while an example is made for its own day. */
  #day: string | undefined;
  /** Set while somebody of its history acts. */
  #moment: Date | undefined;
  #selection: Patch['selection'];
  /** Whether a script did anything in Drive since the last commit. */
  #usedDrive = false;
  /** What the person should know besides what the program shows. */
  #remarks: string[] = [];

  /**
   * Opens the folder's ledger under its lock, or makes the first one.
   * Faults: those of the lock and the store, `program-not-loaded`, those of the example.
   */
  static async open(options: DeskOptions): Promise<Result<Desk>> {
    const file = path.join(options.folder, 'ledger.json');
    const lock = await lockStore(file, { patience: 300 });
    if (!lock.ok) return lock;
    try {
      const read = existsSync(file) ? readStore(file) : undefined;
      if (read && !read.ok) {
        lock.value.release();
        return read;
      }
      const store = read?.value.store ?? emptyStore(NOBODY);
      const desk = new Desk(options, file, lock.value, store, read?.value.text);
      const begun = read ? ok(undefined) : desk.#begin(options.material);
      if (begun.ok) return ok(desk);
      lock.value.release();
      return begun;
    } catch (thrown) {
      lock.value.release();
      return refuse({
        code: 'program-not-loaded',
        message: `程序不能载入（${messageOf(thrown)}）：请运行 npm run build 重新构建。`,
      });
    }
  }

  private constructor(options: DeskOptions, file: string, lock: Lock, store: Store, text: string | undefined) {
    this.#options = options;
    this.#file = file;
    this.#lock = lock;
    this.files = new ProgramFiles(path.join(options.folder, 'files'), store.owner);
    this.#mailbox = new Mailbox(path.join(options.folder, 'mail'));
    this.#owner = store.owner;
    this.#seats = new Seats(store.owner);
    this.#views = new BookViews(options.log);
    this.host = this.#hostOf(store, this.#outside());
    this.#keeper = this.#keeperOf(store, text);
    this.#takeIn();
  }

  /** Writes what is not yet written and lets go of the ledger. */
  close(): Result<undefined> {
    const settled = this.#keeper.settle();
    this.#lock.release();
    return settled;
  }

  get user(): string {
    return this.#seats.present.mail;
  }

  /** Whose request comes next: each page has its own person and stands where it stood. */
  sit(page: string): void {
    if (!this.#seats.take(page)) return;
    this.host.setUser(this.user);
    this.#stand();
  }

  /** @throws the host's error when there is no such place */
  select(place: string): void {
    this.host.select(place);
    this.#seats.present.place = place;
  }

  setUser(mail: string): boolean {
    const person = peopleOf(this.book, this.#owner).find((one) => one.mail.toLowerCase() === mail.toLowerCase());
    if (!person) return false;
    this.#seats.present.mail = person.mail;
    this.host.setUser(person.mail);
    return true;
  }

  /** How the person at the page is called. */
  get person(): string {
    return peopleOf(this.book, this.#owner).find(({ mail }) => mail === this.user)?.name ?? this.user;
  }

  get book(): Spreadsheet {
    return this.host.spreadsheet();
  }

  get revision(): number {
    return this.#revision;
  }

  /** A program's function, as a menu item or a page calls it; notes where it stood the person. */
  run(name: string, args: unknown[], mode: 'menu' | 'client'): unknown {
    try {
      return this.host.call(name, args, mode);
    } finally {
      this.#usedDrive ||= usesDrive(this.host);
      if (this.host.calls().some(movesPerson)) this.#moved(standingOf(this.host));
    }
  }

  /** Puts the ledger back as it last was on disk: a change that failed half-way is undone. */
  undo(): void {
    this.host = this.#hostOf(this.#keeper.last, this.#outside());
    this.#stand();
  }

  /** Stands the person where their page last stood; that place may be gone with its tab. */
  #stand(): void {
    const { place } = this.#seats.present;
    try {
      if (place !== undefined) this.host.select(place);
    } catch {
      this.#seats.present.place = undefined;
    }
  }

  #moved(selection: Patch['selection']): void {
    this.#selection = selection;
    if (selection)
      this.#seats.present.place = `${quotedTitle(selection.sheet)}!${address(selection.row, selection.column)}`;
  }

  /** Saves what the request changed, on disk before anybody hears of it; when that fails the change is undone. */
  commit(): { ok: true } | Trouble {
    // what was sent and what lies in Drive is out of the ledger's hands: it stays though the change be undone
    const hasMail = this.#keepOutside();
    const contents = contentsOf(this.host);
    const { last } = this.#keeper;
    const isSame =
      contents.spreadsheet === last.spreadsheet &&
      contents.triggers === last.triggers &&
      sameTexts(contents.properties, last.properties) &&
      sameTexts(contents.documentProperties, last.documentProperties ?? {});
    if (!isSame) {
      const saved = this.#keeper.save(contents);
      if (!saved.ok) {
        this.undo();
        return trouble('not-saved', WORDING.notSaved(saved.faults.map(({ message }) => message).join(' ')));
      }
    }
    if (!isSame || hasMail) this.#revision += 1;
    this.#takeIn();
    return { ok: true };
  }

  /**
   * Runs what the clock would start, as those who installed it: every task, whatever the hour.
   * @returns what ran, each with its failure if it had one
   */
  runTimeTriggers(): { task: string; as: string; failure: string | undefined }[] {
    this.host.fireTimeTriggers();
    return this.host
      .executions()
      .map(({ function: task, user, error }) => ({ task, as: user, failure: error?.message }));
  }

  /** @returns whether mails were sent */
  #keepOutside(): boolean {
    const { host } = this;
    const told = (kept: Result<unknown>, say: (reason: string) => string): void => {
      if (!kept.ok) this.#remarks.push(say(kept.faults.map(({ message }) => message).join(' ')));
    };
    if (this.#usedDrive || usesDrive(host)) told(this.files.keep(host.drive()), WORDING.fileNotKept);
    this.#usedDrive = false;
    const mails = this.#mailbox.keep(host.mails(), this.#revision + 1);
    told(mails, WORDING.mailNotKept);
    return mails.ok && mails.value > 0;
  }

  #outside(): Outside {
    return { drive: this.files.drive(), mails: this.#mailbox.all };
  }

  state(): StateView {
    return {
      revision: this.#revision,
      book: this.#views.book(),
      menus: this.#menus,
      people: peopleOf(this.book, this.#owner),
      user: this.user,
      owner: this.#owner,
      files: this.files.list(),
      mails: this.#mailbox.list(),
      spreadsheetId: this.book.spreadsheetId ?? '',
      store: this.#file,
    };
  }

  /** What changed since a revision, and what the program showed in the meantime. */
  patch(since: number, byRow = false): Patch {
    const ui = this.frames.views(this.host.ui().events, this.files.list());
    this.host.ui().clear();
    ui.push(...this.#remarks.map((message): UiView => ({ kind: 'toast', title: '', message })));
    this.#remarks = [];
    const selection = this.#selection;
    this.#selection = undefined;
    const mails = this.#mailbox.since(since);
    return {
      revision: this.#revision,
      since,
      ...this.#views.since(since, byRow),
      styles: this.#views.styles,
      ui,
      files: this.files.list(),
      ...(mails.length > 0 ? { mails } : {}),
      ...(selection ? { selection } : {}),
    };
  }

  /**
   * Puts another ledger on the desk and leaves the present one aside, under the time in its name: nothing is lost. Where
   * the new one can't be made, all stays as it was.
   * @param fill fills the ledger just set up
   */
  replace(fill: (session: Player) => Result<unknown>, day?: string): Result<undefined> {
    const store = emptyStore(this.#owner);
    const present = this.host;
    const settled = this.#keeper.settle();
    if (!settled.ok) return settled;
    const back = (failure: Result<undefined>): Result<undefined> => {
      this.host = present;
      return failure;
    };
    this.#day = day;
    try {
      this.host = this.#hostOf(store, NOTHING_OUTSIDE);
      const made = this.#fill(fill);
      if (!made.ok) return back(made);
      const names = namesAside(this.#options.folder, this.#options.now());
      copyAside(this.#file, names.store);
      const keeper = this.#keeperOf(store, undefined);
      const saved = keeper.save(contentsOf(this.host));
      if (!saved.ok) {
        rmSync(names.store, { force: true });
        return back(saved);
      }
      this.#keeper = keeper;
      this.files.archive(names.files);
      this.#mailbox.archive(names.mail);
      this.files.keep(this.host.drive());
      this.#mailbox.keep(this.host.mails(), 0);
    } catch (thrown) {
      return back(refuse({ code: 'not-archived', message: WORDING.notSaved(messageOf(thrown)) }));
    } finally {
      this.#day = undefined;
    }
    this.#seats.clear();
    this.host.setUser(this.#owner);
    this.#views = new BookViews(this.#options.log);
    this.#revision += 1;
    this.#takeIn();
    return ok(undefined);
  }

  #begin(material: Material | undefined): Result<undefined> {
    this.#day = material ? EXAMPLE_DAY : undefined;
    const made = this.#fill((session) => (material ? fillExample(session, material) : ok(undefined)));
    this.#day = undefined;
    if (!made.ok) return made;
    const committed = this.commit();
    return committed.ok ? ok(undefined) : refuse(committed);
  }

  #fill(fill: (session: Player) => Result<unknown>): Result<unknown> {
    const { host } = this;
    const session: Player = {
      call: (command, argument) => called(host, command, argument),
      actingAs: ({ as, at }, work) => {
        this.#moment = at;
        host.setUser(as ?? this.#owner);
        try {
          return work();
        } finally {
          this.#moment = undefined;
          host.setUser(this.user);
        }
      },
    };
    const built = session.call('setUpLedger', {});
    if (!built.ok) return built;
    const filled = fill(session);
    host.ui().clear();
    return filled;
  }

  #hostOf({ spreadsheet, properties, documentProperties, triggers }: WholeContents, outside: Outside): Host {
    const { program, html, now } = this.#options;
    const host = createHost({
      spreadsheet,
      owner: this.#owner,
      user: this.user,
      now: () => this.#moment ?? (this.#day === undefined ? now() : instantOf(this.#day)),
      manifest: program.manifest,
      scriptProperties: properties,
      ...(documentProperties ? { documentProperties } : {}),
      ...(triggers ? { triggers } : {}),
      ...outside,
      html,
    });
    loadProgram(host, program.code);
    if (host.functions().includes('onOpen')) host.call('onOpen', [], 'simpleTrigger');
    this.#menus = host.ui().menus.map(({ caption, items }) => menuView(caption, items));
    host.ui().clear();
    return host;
  }

  #keeperOf(store: Store, text: string | undefined): Keeper {
    // the host gives the workbook its own shape, which is no change anybody made
    const contents = { ...store, ...contentsOf(this.host) };
    return new Keeper(this.#file, text === undefined ? store : contents, text, this.#options.log);
  }

  #takeIn(): void {
    this.#views.take(this.book, this.#revision, this.today);
  }

  /** Serial of today in the workbook's time zone. */
  get today(): number {
    const zone = this.book.properties?.timeZone ?? 'Asia/Shanghai';
    // en-CA writes 2026-11-24
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(this.#options.now());
    return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY) + UNIX_DAY;
  }
}

const usesDrive = (host: Host): boolean =>
  host.executions().some(({ calls }) => calls.some(({ service }) => service === 'Drive'));

/** What a host has besides the ledger. */
type Outside = Required<Pick<HostOptions, 'drive' | 'mails'>>;
const NOTHING_OUTSIDE: Outside = { drive: [], mails: [] };

function contentsOf(host: Host): Required<WholeContents> {
  return {
    spreadsheet: host.spreadsheet(),
    properties: host.properties(),
    documentProperties: host.documentProperties(),
    triggers: host.triggers(),
  };
}

function sameTexts(a: Record<string, string>, b: Record<string, string>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
