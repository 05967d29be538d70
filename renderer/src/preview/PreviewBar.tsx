import { Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import type { PaperId } from '../../../shared/model/form-id.ts';
import { deliveryText, startDownload } from '../lib/delivery.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { PaperSelect } from '../papers/PaperSelect.tsx';
import classes from './Preview.module.css';

export interface PreviewBarProps {
  readonly ids: readonly string[];
  readonly paper: PaperId;
  /** Null until it is laid out. */
  readonly pages: number | null;
  readonly onPaper: (paper: PaperId) => void;
  readonly onPrint: () => void;
  readonly onBack: () => void;
}

/** Above the sheets: which table, how many pages, 打印 and PDF. */
export const PreviewBar = ({ ids, paper, pages, onPaper, onPrint, onBack }: PreviewBarProps): ReactElement => {
  const state = useStart();
  return (
    <div className={classes.bar}>
      <Button size="compact-md" variant="subtle" color="gray" flex="none" title="Esc" onClick={onBack}>
        ← 返回
      </Button>
      <Title order={1} size="md">
        打印预览
      </Title>
      <PaperSelect
        flex="0 1 240px"
        miw={176}
        aria-label="哪种表"
        unit={currentUnit(state)}
        value={paper}
        onChange={onPaper}
      />
      <Text size="sm" mr="auto" role="status" className={classes.count}>
        {pages === null ? '正在排版…' : `${ids.length} 个项目，共 ${pages} 页 A4`}
      </Text>
      {state.pdf === 'program' ? <SavePdf ids={ids} paper={paper} /> : <PdfHint />}
      <PrintButton ready={pages !== null} onPrint={onPrint} />
    </div>
  );
};

/** Has the keyboard once the sheets are there, unless the clerk is at the list of tables. */
const PrintButton = ({ ready, onPrint }: { readonly ready: boolean; readonly onPrint: () => void }): ReactElement => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ready && document.activeElement === document.body) button.current?.focus();
  }, [ready]);
  return (
    <Button ref={button} flex="none" title="Ctrl+P" onClick={onPrint} disabled={!ready}>
      打印
    </Button>
  );
};

const SAVE_PDF = '存为 PDF';

const SavePdf = ({ ids, paper }: Pick<PreviewBarProps, 'ids' | 'paper'>): ReactElement => {
  const trpc = useTRPC();
  const saving = useMutation(
    trpc.print.pdf.mutationOptions({
      onSuccess: (delivery) => {
        startDownload(delivery);
        tell(deliveryText(delivery, SAVE_PDF));
      },
      onError: tellTrouble,
    }),
  );
  return (
    <Button
      variant="default"
      flex="none"
      loading={saving.isPending}
      onClick={() => saving.mutate({ form: paper, ids: [...ids] })}
    >
      {SAVE_PDF}
    </Button>
  );
};

const PdfHint = (): ReactElement => (
  <Text size="sm" c="dimmed" ta="right" lh={1.3} visibleFrom="md">
    要存为 PDF：点“打印”，打印机选“另存为 PDF”
  </Text>
);
