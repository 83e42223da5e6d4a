/**
 * `google.script` for the sidebar and the dialogs: a script put at the head of their pages. Calls go to the page around by
 * postMessage, which asks the server; values are held to google.script.run's rules, ten calls may be in flight.
 */

/** Runs in the frame, as plain as a browser takes it: it is text here, not code of the server. */
export const BRIDGE = `(function () {
  'use strict';
  var AT_ONCE = 10;
  var next = 1, flying = {}, count = 0, waiting = [];

  function problem(value, what, above) {
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return '';
    if (typeof value === 'number') return isFinite(value) ? '' : what + ': ' + value;
    if (typeof value !== 'object') return what + ': a ' + typeof value;
    if (above.indexOf(value) >= 0) return what + ': a circular reference';
    var path = above.concat([value]), found = '';
    if (Array.isArray(value)) {
      for (var i = 0; i < value.length && !found; i++) found = problem(value[i], what + '[' + i + ']', path);
      return found;
    }
    var tag = Object.prototype.toString.call(value).slice(8, -1);
    if (tag !== 'Object') return what + ': a ' + tag;
    for (var key in value) {
      if (!found && Object.prototype.hasOwnProperty.call(value, key)) found = problem(value[key], what + '.' + key, path);
    }
    return found;
  }

  // what is undefined in an argument arrives as null
  function crossing(value) {
    if (value === undefined) return null;
    return JSON.parse(JSON.stringify(value, function (key, part) { return part === undefined ? null : part; }));
  }

  function send(call) {
    count++;
    flying[call.message.id] = call;
    parent.postMessage(call.message, '*');
  }

  function runner(success, failure, object) {
    return new Proxy({}, {
      get: function (target, name) {
        if (typeof name !== 'string' || name === 'then') return undefined;
        if (name === 'withSuccessHandler') return function (f) { return runner(f, failure, object); };
        if (name === 'withFailureHandler') return function (f) { return runner(success, f, object); };
        if (name === 'withUserObject') return function (o) { return runner(success, failure, o); };
        return function () {
          var args = Array.prototype.slice.call(arguments);
          for (var i = 0; i < args.length; i++) {
            var wrong = problem(args[i], 'argument ' + (i + 1) + ' of ' + name, []);
            if (wrong) throw new TypeError('Failed due to illegal value in property: ' + wrong);
          }
          var message = { workbench: 'run', id: next++, functionName: name, args: args.map(crossing) };
          var call = { message: message, success: success, failure: failure, object: object };
          if (count < AT_ONCE) send(call);
          else waiting.push(call);
        };
      }
    });
  }

  window.addEventListener('message', function (event) {
    var answer = event.data;
    if (event.source !== parent || !answer || (answer.workbench !== 'result' && answer.workbench !== 'failure')) return;
    var call = flying[answer.id];
    if (!call) return;
    delete flying[answer.id];
    count--;
    if (waiting.length > 0) send(waiting.shift());
    if (answer.workbench === 'result') {
      if (call.success) call.success(answer.value, call.object);
    } else if (call.failure) call.failure(new Error(String(answer.message)), call.object);
    else console.error(String(answer.message));
  });

  document.addEventListener('click', function (event) {
    var link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    var href = link ? String(link.getAttribute('href')) : '';
    if (!/^https?:|^mailto:|^#gid=/i.test(href)) return;
    event.preventDefault();
    var file = /^https:\\/\\/(?:drive|docs)\\.google\\.com\\/(?:file|document)\\/d\\/([\\w-]+)/.exec(href);
    parent.postMessage({ workbench: 'open', href: file ? '/files/' + file[1] : href }, '*');
  });

  // what the page itself made of Escape is known when all its listeners were asked
  window.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    setTimeout(function () {
      if (!event.defaultPrevented) parent.postMessage({ workbench: 'escape' }, '*');
    });
  });

  var nothing = function () {};
  window.google = { script: {
    get run() { return runner(null, null, undefined); },
    host: {
      origin: '',
      close: function () { parent.postMessage({ workbench: 'close' }, '*'); },
      setHeight: nothing,
      setWidth: nothing,
      editor: { focus: nothing }
    },
    history: { push: nothing, replace: nothing, setChangeHandler: nothing },
    url: { getLocation: function (f) { f({ hash: '', parameter: {}, parameters: {} }); } }
  } };
})();`;

/** The page with the bridge before any script of its own. */
export function withBridge(page: string): string {
  const script = `<script>${BRIDGE}</script>`;
  const head = /<head\b[^>]*>/i.exec(page);
  if (head) {
    const end = head.index + head[0].length;
    return `${page.slice(0, end)}${script}${page.slice(end)}`;
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(page)?.[0] ?? '';
  return `${doctype}${script}${page.slice(doctype.length)}`;
}
