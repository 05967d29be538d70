import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { useRef, useState, type ClipboardEvent, type ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { ChooseFiles } from '../lib/FileDrop.tsx';
import { tell } from '../lib/notify.tsx';
import { ACCEPT, leftText, ofFolder, pastedOf } from './collect-files.ts';
import classes from './Import.module.css';
import { useImporting } from './importing-context.ts';

/** The ways in: files, a whole folder, or a table that was copied. Dropping and pasting work anywhere on the page. */
export const Intake = ({ small }: { readonly small: boolean }): ReactElement => (small ? <MoreWays /> : <AllWays />);

const AllWays = (): ReactElement => {
  const { readFiles } = useImporting();
  return (
    <div className={classes.ways}>
      <div className={classes.drop}>
        <Text fw={600}>把文件或文件夹拖到这里，或者</Text>
        <Group gap="sm" justify="center">
          <ChooseFiles onFiles={readFiles} accept={ACCEPT} label="选择文件" />
          <FolderButton />
        </Group>
        <Text size="sm" c="dimmed">
          Excel、Word、WPS、PDF、网页和文字都可以，一次可以选多个
        </Text>
      </div>
      <PasteBox />
    </div>
  );
};

const MoreWays = (): ReactElement => {
  const { readFiles } = useImporting();
  return (
    <Group gap="sm">
      <ChooseFiles onFiles={readFiles} accept={ACCEPT} label="再选文件" variant="default" />
      <FolderButton />
      <Text size="sm" c="dimmed">
        也可以接着拖进来，或者复制表格后按 Ctrl+V
      </Text>
    </Group>
  );
};

/** Asks for a folder; of its files the documents are read, and it says how many are none. */
const FolderButton = (): ReactElement => {
  const { readFiles } = useImporting();
  const reset = useRef<() => void>(null);
  const choose = (files: File[]): void => {
    const collected = ofFolder(files);
    readFiles(collected.files);
    const left = leftText(collected);
    if (left !== '') tell(left);
    reset.current?.();
  };
  return (
    <FileButton
      onChange={choose}
      multiple
      resetRef={reset}
      // A whole folder: known to every browser, but not to the types of inputs.
      inputProps={{ ...({ webkitdirectory: '' } as object), 'aria-label': '选择文件夹' }}
    >
      {(props) => (
        <Button variant="default" {...props}>
          选择文件夹
        </Button>
      )}
    </FileButton>
  );
};

/** A box to paste into by the mouse; what is pasted is read at once, as a table where it is one. */
const PasteBox = (): ReactElement => {
  const { readFiles, readPasted } = useImporting();
  const [text, setText] = useState('');
  const paste = (event: ClipboardEvent): void => {
    const pasted = pastedOf(event.clipboardData);
    if (pasted === null) return;
    event.preventDefault();
    if (pasted.kind === 'files') readFiles(pasted.files);
    else readPasted(pasted);
  };
  return (
    <div className={classes.paste}>
      <Textarea
        aria-label="粘贴表格文字"
        placeholder="或者从 Word、Excel、WPS、网页里复制整张表，在这一页按 Ctrl+V 粘贴"
        value={text}
        onPaste={paste}
        onChange={(event) => setText(event.currentTarget.value)}
        classNames={{
          root: classes.pasteRoot ?? '',
          wrapper: classes.pasteRoot ?? '',
          input: classes.pasteInput ?? '',
        }}
      />
      {!isBlank(text) && (
        <Button
          variant="default"
          onClick={() => {
            readPasted({ html: '', text });
            setText('');
          }}
        >
          识别粘贴的文字
        </Button>
      )}
    </div>
  );
};
