const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in XML or HTML, between tags or inside a quoted attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? '');
