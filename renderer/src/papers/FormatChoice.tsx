import { Input, SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { paperById } from '../../../shared/forms/index.ts';
import type { FileFormat, PaperId } from '../../../shared/forms/form.ts';
import { formatName } from './papers.ts';

export interface FormatChoiceProps {
  readonly paper: PaperId;
  readonly value: FileFormat;
  readonly onChange: (format: FileFormat) => void;
}

/** Excel or Word, where the paper has both; else only what it becomes. */
export const FormatChoice = ({ paper, value, onChange }: FormatChoiceProps): ReactElement => {
  const { formats } = paperById(paper);
  return (
    <Input.Wrapper label="存成" labelElement="div">
      <div>
        <SegmentedControl
          aria-label="存成"
          value={value}
          data={formats.map((format) => ({ value: format, label: formatName(format) }))}
          onChange={(format) => onChange(format === 'docx' ? 'docx' : 'xlsx')}
        />
      </div>
    </Input.Wrapper>
  );
};
