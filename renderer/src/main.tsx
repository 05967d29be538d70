import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { watchComposition } from './lib/keyboard.ts';
import { styleNonce } from './lib/nonce.ts';

// zod compiles its checks with new Function where it may; the page's CSP forbids it, so it does not even try.
z.config({ jitless: true });
watchComposition(document);
// Mantine's dialogs lock scrolling with a style element of a library that asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
