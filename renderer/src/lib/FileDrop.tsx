import { Button, FileButton, Text } from '@mantine/core';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import classes from './FileDrop.module.css';

export interface ChooseFilesProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Endings that are offered, e.g. `.xlsx,.docx`. */
  readonly accept: string;
  readonly label: string;
  readonly variant?: string;
}

/** A button that asks for files; the same file can be chosen again after it was corrected. */
export const ChooseFiles = ({ onFiles, accept, label, variant = 'filled' }: ChooseFilesProps): ReactElement => {
  const reset = useRef<() => void>(null);
  const choose = (files: File[]): void => {
    onFiles(files);
    reset.current?.();
  };
  return (
    <FileButton onChange={choose} accept={accept} multiple resetRef={reset}>
      {(props) => (
        <Button variant={variant} {...props}>
          {label}
        </Button>
      )}
    </FileButton>
  );
};

/** A place to drop files, with a button for those who would rather choose. */
export const FileDrop = ({
  hint,
  ...choosing
}: Omit<ChooseFilesProps, 'label' | 'variant'> & {
  /** Which files, in words. */ readonly hint: string;
}): ReactElement => {
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    choosing.onFiles([...event.dataTransfer.files]);
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
      <ChooseFiles {...choosing} label="选择文件" />
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </div>
  );
};
