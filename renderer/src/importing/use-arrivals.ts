import { useEffect, useState } from 'react';
import { isTyping } from '../lib/keyboard.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { leftText, ofDrop, pastedOf } from './collect-files.ts';
import { useImporting } from './importing-context.ts';

/**
 * Files dropped and tables pasted anywhere on the page. A paste into a text box stays a paste.
 * @returns whether files are being dragged over the page
 */
export const useArrivals = (): boolean => {
  const { readFiles, readPasted } = useImporting();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || event.clipboardData === null) return;
      const pasted = pastedOf(event.clipboardData);
      if (pasted === null) return;
      event.preventDefault();
      if (pasted.kind === 'files') readFiles(pasted.files);
      else readPasted(pasted);
    };
    const onDragOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Leaving the window, not one of its elements.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void ofDrop(event.dataTransfer).then((collected) => {
        readFiles(collected.files);
        const left = leftText(collected);
        if (left !== '') tell(left);
      }, tellTrouble);
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [readFiles, readPasted]);
  return over;
};
