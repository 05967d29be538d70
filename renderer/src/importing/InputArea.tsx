import { Button, FileButton, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import classes from './Import.module.css';
import type { Reader } from './use-reader.ts';

const ACCEPT = '.xlsx,.txt,.csv';

export interface InputAreaProps extends Pick<Reader, 'readFiles' | 'readText'> {
  /** True where something was read already: the way in for more takes one line only. */
  readonly small: boolean;
}

/** The two ways in: a file (dropped or chosen), or text pasted from a document. */
export const InputArea = ({ readFiles, readText, small }: InputAreaProps): ReactElement => {
  const [grown, setGrown] = useState(false);
  if (small && !grown) {
    return (
      <Group>
        <ChooseFiles readFiles={readFiles} label="再选文件" variant="default" />
        <Button variant="default" onClick={() => setGrown(true)}>
          再粘贴文字
        </Button>
      </Group>
    );
  }
  return (
    <SimpleGrid cols={2}>
      <DropArea readFiles={readFiles} />
      <PasteBox
        readText={(text) => {
          setGrown(false);
          return readText(text);
        }}
      />
    </SimpleGrid>
  );
};

const ChooseFiles = ({
  readFiles,
  label,
  variant,
}: Pick<Reader, 'readFiles'> & { readonly label: string; readonly variant: string }): ReactElement => {
  // Without a reset the same file could not be chosen again after it was corrected.
  const reset = useRef<() => void>(null);
  const choose = (files: File[]): void => {
    void readFiles(files);
    reset.current?.();
  };
  return (
    <FileButton onChange={choose} accept={ACCEPT} multiple resetRef={reset}>
      {(props) => (
        <Button variant={variant} {...props}>
          {label}
        </Button>
      )}
    </FileButton>
  );
};

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
      <ChooseFiles readFiles={readFiles} label="选择文件" variant="filled" />
      <Text size="sm" c="dimmed">
        Excel（xlsx）或文字（txt、csv），可以一次选多个
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
