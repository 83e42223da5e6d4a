/** What every component may need of the page it is on: the remote door and how the page is closed. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Remote } from './remote';

export interface Page {
  remote: Remote;
  /** Closes the sidebar or dialog. */
  close(): void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('a component stands outside the page');
  return page;
}
