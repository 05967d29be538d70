import { Button, FileButton, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState, type DragEvent, type ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import classes from './Import.module.css';
import type { Reader } from './use-reader.ts';

const ACCEPT = '.xlsx,.txt,.csv';

/** The two ways in: a file (dropped or chosen), or text pasted from a document. */
export const InputArea = ({ readFiles, readText }: Pick<Reader, 'readFiles' | 'readText'>): ReactElement => (
  <SimpleGrid cols={2}>
    <DropArea readFiles={readFiles} />
    <PasteBox readText={readText} />
  </SimpleGrid>
);

const DropArea = ({ readFiles }: Pick<Reader, 'readFiles'>): ReactElement => {
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void readFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Text>把文件拖到这里，或者</Text>
      <FileButton onChange={(files) => void readFiles(files)} accept={ACCEPT} multiple>
        {(props) => <Button {...props}>选择文件</Button>}
      </FileButton>
      <Text size="sm" c="dimmed">
        Excel 表格（xlsx）或文字文件（txt、csv），可以一次选多个，每个不超过 50 MB
      </Text>
    </div>
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
