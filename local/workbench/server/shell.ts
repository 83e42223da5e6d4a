/** The page's document: a place for the workbench and the token its script sends along. */

export function pageDocument(token: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="workbench-token" content="${token}">
<title>整改台账</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app.css">
<script type="module" src="/app.js"></script>
</head>
<body>
<div id="root"></div>
<noscript>工作台需要启用 JavaScript。</noscript>
</body>
</html>
`;
}

export function noticeDocument(sentence: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>整改台账</title></head><body><p>${sentence}</p></body></html>\n`;
}
