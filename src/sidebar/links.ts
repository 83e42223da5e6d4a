/** Which texts of a ledger may become links: addresses of the web over TLS, and nothing that could run. */

const ADDRESS = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][^\s"'<>\\]*)?$/i;

/** The address to link to; null when the text is no plain https address. */
export function safeLink(text: string): string | null {
  const address = text.trim();
  return ADDRESS.test(address) ? address : null;
}
