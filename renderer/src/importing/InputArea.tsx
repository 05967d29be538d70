import { Button, Group, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { ChooseFiles, FileDrop } from '../lib/FileDrop.tsx';
import type { Reader } from './use-reader.ts';

const ACCEPT = '.xlsx,.docx,.txt,.csv';

export interface InputAreaProps extends Pick<Reader, 'readFiles' | 'readText'> {
  /** True where something was read already: the way in for more takes one line only. */
  readonly small: boolean;
}

/** The two ways in: a file (dropped or chosen), or text pasted from a document. */
export const InputArea = ({ readFiles, readText, small }: InputAreaProps): ReactElement => {
  const [grown, setGrown] = useState(false);
  const onFiles = (files: readonly File[]): void => void readFiles(files);
  if (small && !grown) {
    return (
      <Group>
        <ChooseFiles onFiles={onFiles} accept={ACCEPT} label="再选文件" variant="default" />
        <Button variant="default" onClick={() => setGrown(true)}>
          再粘贴文字
        </Button>
      </Group>
    );
  }
  return (
    <SimpleGrid cols={2}>
      <FileDrop
        onFiles={onFiles}
        accept={ACCEPT}
        hint="Excel（xlsx）、Word（docx）或文字（txt、csv），可以一次选多个"
      />
      <PasteBox
        readText={(text) => {
          setGrown(false);
          return readText(text);
        }}
      />
    </SimpleGrid>
  );
};

const PasteBox = ({ readText }: Pick<Reader, 'readText'>): ReactElement => {
  const [text, setText] = useState('');
  const read = (): void => {
    void readText(text);
    setText('');
  };
  return (
    <Stack gap="xs">
      <Textarea
        aria-label="粘贴表格文字"
        placeholder="或者从 Word、Excel、网页里复制整张表，粘贴到这里"
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { whiteSpace: 'pre', overflowX: 'auto' } }}
      />
      <Button variant="default" onClick={read} disabled={isBlank(text)}>
        识别粘贴的文字
      </Button>
    </Stack>
  );
};
