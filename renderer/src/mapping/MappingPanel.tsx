import { Alert, Loader, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPC, type Outputs } from '../lib/trpc.ts';
import classes from './Mapping.module.css';
import { MappingDesk } from './MappingDesk.tsx';

export interface MappingPanelProps {
  /** A file or pasted table that was read, whether a form was recognised in it or not. */
  readonly readingId: string;
  /** It was read as the clerk said; the same reading now has these projects. */
  readonly onRead: (preview: Outputs['imports']['readMapped']) => void;
  readonly onClose: () => void;
}

/** 手工对应: a clerk says what the columns and cells of a form are that the program does not know. */
export const MappingPanel = ({ readingId, onRead, onClose }: MappingPanelProps): ReactElement => {
  const trpc = useTRPC();
  const start = useQuery(trpc.mappings.propose.queryOptions({ readingId }, { gcTime: 0, staleTime: Infinity }));
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={`手工对应${start.data ? `：${start.data.file}` : ''}`}
      closeButtonProps={{ 'aria-label': '关闭' }}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {start.isPending && <Loader size="sm" aria-label="正在读取" />}
      {start.error && (
        <Alert color="red">
          <TroubleText trouble={troubleOf(start.error)} />
        </Alert>
      )}
      {start.data && <MappingDesk readingId={readingId} start={start.data} onRead={onRead} onClose={onClose} />}
    </Modal>
  );
};
