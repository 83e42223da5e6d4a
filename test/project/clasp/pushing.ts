// A throw-away project that pushes with its own clasp, unpatched, in a home of its own and to loopback alone.
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Ran, ROOT, type ThrowAwayProjects } from '../project';
import { credentialsFor } from './certificate';
import { type Loopback, openLoopback } from './loopback';
import { ScriptApi } from './scriptApi';

export const SCRIPT_ID = '1fictitiousScriptIdOfALedgerInATestOnly0000000000000000000';
const TOKEN = 'token-of-nobody';
const GUARD = path.join(__dirname, 'loopbackOnly.cjs');

/** What clasp keeps for someone logged in, with a token good for so many hours from now. */
const loggedIn = (hours: number) =>
  JSON.stringify({
    tokens: {
      default: {
        type: 'authorized_user',
        client_id: 'client-of-nobody',
        client_secret: 'none',
        refresh_token: 'none',
        access_token: TOKEN,
        expiry_date: Date.now() + hours * 3600 * 1000,
      },
    },
  });

/** Runs a program of Node's that may connect to this machine only. */
function runConfined(cwd: string, env: Record<string, string>, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, args, {
    cwd,
    // nothing of the environment of whoever runs the tests: no proxy, no account
    env: { NODE_OPTIONS: `--require ${JSON.stringify(GUARD)}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ status: code ?? 1, ...told }));
  });
}

/** A project with the built files and the push program of this one, and the server it pushes to. */
export class Pushing {
  private constructor(
    readonly root: string,
    readonly api: ScriptApi,
    private readonly loopback: Loopback,
  ) {}

  /** Builds the push program as `npm run push` does, beside a copy of this project's dist/. */
  static async prepare(projects: ThrowAwayProjects): Promise<Pushing> {
    const shipped = ['local/push.ts', '.clasp.json', '.claspignore'];
    const credentials = credentialsFor(['*.googleapis.com']);
    const root = projects.make({
      'src/main.ts': 'export function onOpen() {}',
      'home/authority.pem': credentials.authority,
      'home/login.json': loggedIn(24),
      'home/expired.json': loggedIn(-24),
      'home/breaches': '',
      ...Object.fromEntries(shipped.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')])),
    });
    const built = await build(root);
    if (built.status !== 0) throw new Error(built.stderr);
    cpSync(path.join(ROOT, 'dist'), path.join(root, 'dist'), { recursive: true });
    const api = new ScriptApi(TOKEN);
    return new Pushing(root, api, await openLoopback(api, credentials));
  }

  /** Puts a script id where a unit would, beside what the file holds already. */
  setId(scriptId: string): void {
    writeFileSync(path.join(this.root, '.clasp.json'), JSON.stringify({ scriptId, rootDir: 'dist' }));
  }

  /** The files of dist/ by name. */
  dist(): Map<string, string> {
    const names = readdirSync(path.join(this.root, 'dist'));
    return new Map(names.map((name) => [name, readFileSync(path.join(this.root, 'dist', name), 'utf8')]));
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.root, 'dist', name), text);
  }

  /** Runs the program of `npm run push`, with the login `--auth` names, or another. */
  push(...args: string[]): Promise<Ran> {
    return this.run('build/push.cjs', '--auth', 'home/login.json', ...args);
  }

  /** Runs clasp itself. */
  clasp(...args: string[]): Promise<Ran> {
    return this.run('node_modules/@google/clasp/build/src/index.js', ...args, '--auth', 'home/login.json');
  }

  /** Runs a program of the project's folder, or code after `-e`. */
  run(...args: string[]): Promise<Ran> {
    const home = path.join(this.root, 'home');
    const env = {
      HOME: home,
      USERPROFILE: home,
      HTTPS_PROXY: this.loopback.proxy,
      NODE_EXTRA_CA_CERTS: path.join(home, 'authority.pem'),
      LOOPBACK_BREACHES: path.join(home, 'breaches'),
    };
    return runConfined(this.root, env, ...args);
  }

  /** Hosts asked of the proxy, and hosts tried beside it, since this was asked last. */
  reached(): { proxied: string[]; direct: string[] } {
    const breaches = path.join(this.root, 'home/breaches');
    const direct = readFileSync(breaches, 'utf8').split('\n');
    writeFileSync(breaches, '');
    return { proxied: [...new Set(this.loopback.hosts.splice(0))], direct: direct.filter((host) => host !== '') };
  }

  close(): Promise<void> {
    return this.loopback.close();
  }
}
