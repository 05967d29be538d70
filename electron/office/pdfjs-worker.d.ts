/** The library's worker; loaded, it registers itself. It comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
