/** A sidebar's or dialog's page in a frame of its own: it may run scripts, and reaches nothing but this bridge. */
import { useEffect, useRef } from 'preact/hooks';
import type { Work } from '../work';

interface FrameProps {
  /** Address of the page at this server. */
  page: string;
  title: string;
  work: Work;
  onClose: () => void;
  /** Escape, where the page inside has no use for it: a dialog is closed by it, a sidebar is not. */
  onEscape?: () => void;
}

export function Frame({ page, title, work, onClose, onEscape }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const told = useRef({ onClose, onEscape });
  told.current = { onClose, onEscape };
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const source = frame.current?.contentWindow;
      if (!source || event.source !== source) return;
      const message = event.data;
      if (isKind(message, 'close')) told.current.onClose();
      else if (isKind(message, 'escape')) told.current.onEscape?.();
      else if (isOpen(message)) work.follow(message.href);
      else if (isCall(message)) {
        const { id } = message;
        // a sandboxed page has the origin "null", which postMessage cannot name
        const answer = (part: object) => source.postMessage({ id, ...part }, '*');
        work.run(message.functionName, message.args).then(
          (value) => answer({ workbench: 'result', value }),
          (failure: unknown) =>
            answer({ workbench: 'failure', message: failure instanceof Error ? failure.message : String(failure) }),
        );
      }
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [work]);
  return <iframe ref={frame} class="frame" title={title} sandbox="allow-scripts" src={page} />;
}

function has<K extends string>(value: unknown, kind: string, key: K): value is Record<K, unknown> {
  return (
    typeof value === 'object' && value !== null && 'workbench' in value && value.workbench === kind && key in value
  );
}

const isKind = (value: unknown, kind: 'close' | 'escape'): boolean => has(value, kind, 'workbench');

const isOpen = (value: unknown): value is { href: string } =>
  has(value, 'open', 'href') && typeof value.href === 'string';

const isCall = (value: unknown): value is { id: number; functionName: string; args: unknown[] } =>
  has(value, 'run', 'id') &&
  typeof value.id === 'number' &&
  'functionName' in value &&
  typeof value.functionName === 'string' &&
  'args' in value &&
  Array.isArray(value.args);
