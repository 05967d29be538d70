import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { deliveryText, startDownload } from '../lib/delivery.ts';
import { belongsToIme, keyName } from '../lib/keyboard.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useStart } from '../lib/start.ts';
import { useTRPC, type Outputs } from '../lib/trpc.ts';
import { useKeys } from '../lib/use-keys.ts';
import classes from './Preview.module.css';

/** The sheets in a frame, and what can be done with them. */
export const PreviewSheets = ({
  ids,
  ticket,
}: {
  readonly ids: readonly string[];
  readonly ticket: Outputs['print']['prepare'];
}): ReactElement => {
  const frame = useRef<HTMLIFrameElement>(null);
  const { pdf } = useStart();
  const print = (): void => frame.current?.contentWindow?.print();
  const [, navigate] = useLocation();
  // Opened by its address alone there is nothing to go back to.
  const back = (): void => (window.history.length > 1 ? window.history.back() : navigate('/'));
  const keys = { 'Ctrl+P': print, Escape: back };
  useKeys(keys);
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <Button size="compact-md" variant="subtle" color="gray" title="Esc" onClick={back}>
          ← 返回
        </Button>
        <Text mr="auto">{`打印预览：${ids.length} 个项目，共 ${ticket.pages} 页 A4`}</Text>
        {pdf === 'program' ? <SavePdf ids={ids} /> : <PdfHint />}
        <Button autoFocus title="Ctrl+P" onClick={print}>
          打印
        </Button>
      </div>
      <iframe
        ref={frame}
        className={classes.frame}
        title="打印预览"
        src={ticket.href}
        sandbox="allow-same-origin allow-modals"
        onLoad={() => frame.current && forwardKeys(frame.current, keys)}
      />
    </div>
  );
};

// Once the sheets are clicked their frame has the keyboard; Ctrl+P there would print the whole window.
const forwardKeys = (frame: HTMLIFrameElement, keys: Readonly<Record<string, () => void>>): void => {
  frame.contentWindow?.addEventListener('keydown', (event) => {
    const action = keys[keyName(event)];
    if (!action || belongsToIme(event)) return;
    event.preventDefault();
    action();
  });
};

const SavePdf = ({ ids }: { readonly ids: readonly string[] }): ReactElement => {
  const trpc = useTRPC();
  const saving = useMutation(
    trpc.print.pdf.mutationOptions({
      onSuccess: (delivery) => {
        startDownload(delivery);
        tell(deliveryText(delivery));
      },
      onError: tellTrouble,
    }),
  );
  return (
    <Button
      variant="default"
      loading={saving.isPending}
      onClick={() => saving.mutate({ form: 'annex2', ids: [...ids] })}
    >
      存为 PDF
    </Button>
  );
};

const PdfHint = (): ReactElement => (
  <Text size="sm" c="dimmed">
    要存为 PDF：点“打印”，打印机选“另存为 PDF”
  </Text>
);
