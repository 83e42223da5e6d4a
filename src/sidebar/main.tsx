/** The client's start: chooses the view the page was opened for and joins it to the script. */
import { render } from 'preact';
import { AddIssueView } from './add/AddIssueView';
import { HelpView } from './help/HelpView';
import { ImportView } from './import/ImportView';
import { PageContext } from './page';
import { ReconcileView } from './reconcile/ReconcileView';
import { RemindView } from './remind/RemindView';
import { createRemote, type Runner } from './remote';
import { ReportsView } from './reports/ReportsView';
import { SidebarView } from './SidebarView';
import './style/base.css';
import './style/buttons.css';
import './style/tabs.css';
import './style/forms.css';
import './style/issue.css';
import './style/course.css';
import './style/findings.css';
import './style/dialogs.css';
import './style/import.css';
import './style/reports.css';
import './style/reconcile.css';

declare const google: { script: { run: Runner; host: { close(): void } } };

const VIEWS = {
  sidebar: () => <SidebarView />,
  import: ImportView,
  addIssue: AddIssueView,
  reports: ReportsView,
  reconcile: ReconcileView,
  remind: RemindView,
  views: () => <SidebarView first="views" />,
  help: HelpView,
} as const;

/** The page's `data-view`; anything else, such as a scriptlet nobody evaluated, is the sidebar. */
function viewName(): keyof typeof VIEWS {
  const wanted = document.body.dataset.view;
  for (const name of ['import', 'addIssue', 'reports', 'reconcile', 'remind', 'views', 'help'] as const) {
    if (name === wanted) return name;
  }
  return 'sidebar';
}

const name = viewName();
const View = VIEWS[name];
const page = { remote: createRemote(() => google.script.run), close: () => google.script.host.close() };
const root = document.getElementById('root');
document.body.classList.add(name === 'sidebar' || name === 'views' ? 'narrow' : 'wide');
if (root !== null) {
  render(
    <PageContext.Provider value={page}>
      <View />
    </PageContext.Provider>,
    root,
  );
}
