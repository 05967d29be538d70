const HALF = /\\ud[89a-f][0-9a-f]{2}/iu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * SQLite keeps UTF-8, which has no place for half a character (a lone surrogate, cut out of an emoji by a careless
 * program). It would come back as U+FFFD and look like a change for ever; so it becomes U+FFFD before it is compared.
 */
export const wellFormed = <Content>(content: Content): Content => {
  const json = JSON.stringify(content);
  if (!HALF.test(json)) return content;
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(LONE_SURROGATE, '\uFFFD') : value,
  ) as Content;
};
