import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the window into out/renderer. The app serves it and puts a fresh CSP nonce into every page. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // One local disk, no network: a single larger file starts faster than many small ones.
    chunkSizeWarningLimit: 2_000,
    // Fonts and images inlined as data: would need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
