/**
 * What the program needs of the machine around it; desktop, browser and cli implement it. Paths never cross
 * to the window: the host asks the clerk where to save, and answers with words to show.
 */
export interface Host {
  readonly kind: 'desktop' | 'browser' | 'cli';
  /**
   * Gives one finished file (a temporary one of ours, moved or copied away) to the clerk. With `same`, the place the
   * clerk chose for it before, where it was in use, is tried again without asking.
   */
  readonly deliverFile: (file: ReadyFile, again?: DeliverAgain) => Promise<Delivery>;
  /** Gives a folder of finished files to the clerk: asks for a folder; a browser gets one zip instead. */
  readonly deliverFiles: (folder: string, suggestedName: string) => Promise<Delivery>;
  /** Opens a mail draft (.eml) in the mail program, or delivers it as a file where there is none. */
  readonly openMailDraft: (file: ReadyFile) => Promise<Delivery>;
  /** Turns one of our own print pages (path on our origin) into PDF bytes; null where only the browser itself can print. */
  readonly printToPdf: ((path: string) => Promise<Uint8Array>) | null;
}

/** How a file is delivered once more: ask for a place (另存为), or take the place chosen before (重试). */
export type DeliverAgain = 'ask' | 'same';

export interface ReadyFile {
  /** Where the finished bytes lie, inside the program's temporary folder. */
  readonly path: string;
  /** Proposed file name, legal on Windows. */
  readonly name: string;
  readonly type: string;
}

/** How a delivery ended, as the window shows it. */
export type Delivery =
  | { readonly outcome: 'saved'; /** Name of the file or folder, for 已保存到…. */ readonly place: string }
  | { readonly outcome: 'opened'; /** The program that shows it now, for 已在…打开. */ readonly place: string }
  | {
      readonly outcome: 'download';
      /** Path on our origin that answers with the file, once. */ readonly href: string;
      readonly name: string;
    }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'target-open'; /** The file that is open in Excel or WPS. */ readonly name: string };
