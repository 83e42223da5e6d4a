import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { build, ROOT, ThrowAwayProjects } from '../project/project';

const projects = new ThrowAwayProjects();
afterAll(() => projects.removeAll());

const SERVER = { 'src/main.ts': 'export function remote() {}' };
const PAGE = '<style>/*STYLE*/</style><body data-view="<?= view ?>"><script>/*SCRIPT*/</script>';
const pageOf = (root: string) => readFileSync(path.join(root, 'dist/sidebar.html'), 'utf8');

describe('the page of the sidebar', () => {
  let page = '';
  beforeAll(async () => {
    const root = projects.make(SERVER);
    for (const folder of ['sidebar', 'app', 'ledger', 'text']) {
      symlinkSync(path.join(ROOT, 'src', folder), path.join(root, 'src', folder), 'dir');
    }
    expect(await build(root)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    page = pageOf(root);
  }, 60_000);

  test('holds one scriptlet, which chooses the view, and nothing else the template would evaluate', () => {
    expect(page.match(/<\?[^>]*\?>/g)).toEqual(['<?= view ?>']);
    expect(page.split('<?')).toHaveLength(2);
    expect(page).toContain('<body data-view="<?= view ?>">');
  });

  test('is whole in itself: one script, one style, nothing from outside, the licence of what is bundled', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<link|\bsrc="|@import|url\(/);
    expect(page).toMatch(/\/\*! preact [\d.]+ \(MIT\)/);
    const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    expect(() => new Script(script)).not.toThrow();
    // HtmlService would take `//` in a template literal for a comment
    expect(script).not.toContain('`');
    expect(script).not.toContain('dangerouslySetInnerHTML=');
  });
});

describe('the build of the page', () => {
  test('escapes what would end the script', async () => {
    const source = "document.title = '</script><b>';";
    const root = projects.make({ ...SERVER, 'src/sidebar/main.tsx': source, 'src/sidebar/page.html': PAGE });
    expect((await build(root)).status).toBe(0);
    expect(pageOf(root).match(/<\/script>/g)).toHaveLength(1);
  });

  test.each([
    ['a scriptlet', "document.title = '<?= owner ?>';", '<?'],
    ['the start of a comment', "document.title = '<!-- 注 -->';", '<!--'],
    ['the start of a script', "document.title = '<script>';", '<script'],
  ])('refuses %s in the script', async (_case, source, told) => {
    const root = projects.make({ ...SERVER, 'src/sidebar/main.tsx': source, 'src/sidebar/page.html': PAGE });
    const { status, stderr } = await build(root);
    expect(status).toBe(1);
    expect(stderr).toContain(`the script of the sidebar holds “${told}”`);
  });

  test('refuses a style that fetches anything', async () => {
    const root = projects.make({
      ...SERVER,
      'src/sidebar/main.tsx': "import './a.css';",
      'src/sidebar/a.css': 'body{background:url(https://example.invalid/a.png)}',
      'src/sidebar/page.html': PAGE,
    });
    const { status, stderr } = await build(root);
    expect(status).toBe(1);
    expect(stderr).toContain('url(');
  });
});
