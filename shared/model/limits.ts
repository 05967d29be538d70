/* How much of what comes from outside the program takes in, in bytes. */

const MB = 1024 * 1024;

/** Largest file that is read; the refusals name it as 50 MB. */
export const LARGEST_FILE = 50 * MB;

/** Largest body a request may bring: such a file in a form. */
export const LARGEST_BODY = LARGEST_FILE + 10 * MB;
