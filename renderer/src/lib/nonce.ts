/** The nonce of this page: style elements without it are refused by the page's CSP. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
