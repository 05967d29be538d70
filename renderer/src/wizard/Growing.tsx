import { Textarea, type TextareaProps } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './Wizard.module.css';

// Older browsers are measured for; where there are hundreds of boxes that takes seconds.
const GROWS_BY_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** A line that grows with its text, to six at most: Enter moves on, Shift+Enter breaks the line. */
export const Growing = (props: TextareaProps): ReactElement =>
  GROWS_BY_ITSELF ? (
    <Textarea {...props} rows={1} classNames={{ input: classes.growing ?? '' }} />
  ) : (
    <Textarea {...props} autosize minRows={1} maxRows={6} />
  );
