/**
 * A .docx as the Docs API tells of it once Drive has converted it: what the importer is known or taken to keep, as
 * docs/fidelity.md lists it.
 */
import type { docs_v1 } from '@googleapis/docs';
import { strFromU8, unzipSync } from 'fflate';
import { ApiFault } from '../../errors';
import { Importer, paragraphOf } from './body';
import { Styles } from './styles';
import { placed } from './text';
import { child, parseXml, switched, type XmlElement } from './xml';

/** @throws ApiFault when the bytes are no zip, or word/document.xml is missing or not well formed */
export function importDocx(bytes: Uint8Array): docs_v1.Schema$Document {
  const parts = partsOf(bytes);
  const part = (path: string): XmlElement | undefined => {
    const found = parts[path];
    return found && parseXml(strFromU8(found));
  };
  const main = part('word/document.xml');
  const body = child(main, 'w:body');
  if (!body) throw refused();
  const styles = new Styles(part('word/styles.xml'));
  const targets = new Map<string, string>();
  for (const { attributes } of part('word/_rels/document.xml.rels')?.children ?? [])
    targets.set(attributes.Id ?? '', `word/${attributes.Target ?? ''}`);
  const importer = new Importer(styles);
  const content = importer.body(body);
  const [first] = importer.sections;
  const footers: Record<string, docs_v1.Schema$Footer> = {};
  const footer = (kind: string): string | undefined => {
    const path = targets.get(first?.footers.get(kind) ?? '');
    const xml = path === undefined ? undefined : part(path);
    if (!xml) return undefined;
    const footerId = `kix.${kind}footer`;
    footers[footerId] = { footerId, content: placed(new Importer(styles).content(xml), 0) };
    return footerId;
  };
  const [defaultFooterId, evenPageFooterId] = [footer('default'), footer('even')];
  return {
    body: { content: placed(content, 0) },
    documentStyle: {
      ...first?.page,
      useEvenPageHeaderFooter: switched(part('word/settings.xml'), 'w:evenAndOddHeaders') ?? false,
      ...(defaultFooterId ? { defaultFooterId } : {}),
      ...(evenPageFooterId ? { evenPageFooterId } : {}),
    },
    namedStyles: { styles: styles.namedStyles() },
    ...(Object.keys(footers).length > 0 ? { footers } : {}),
    ...(importer.pictures.length > 0
      ? { inlineObjects: Object.fromEntries(importer.pictures.map((objectId) => [objectId, { objectId }])) }
      : {}),
  };
}

/** A Google Doc of plain text, one paragraph a line. */
export function importText(text: string): docs_v1.Schema$Document {
  const styles = new Styles(undefined);
  const content = text.split(/\r\n|[\r\n]/).map((line) => paragraphOf('NORMAL_TEXT', line));
  return {
    body: { content: placed([{ sectionBreak: { sectionStyle: {} } }, ...content], 0) },
    documentStyle: { useEvenPageHeaderFooter: false },
    namedStyles: { styles: styles.namedStyles() },
  };
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => /^word\/(?:[\w.-]+\.xml|_rels\/document\.xml\.rels)$/.test(name) });
  } catch {
    throw refused();
  }
}

function refused(): ApiFault {
  return new ApiFault('The file could not be converted: it is not a valid Word document.');
}
