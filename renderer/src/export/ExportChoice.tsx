import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { paperById } from '../../../shared/forms/index.ts';
import type { PaperId } from '../../../shared/model/form-id.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { FormatChoice } from '../papers/FormatChoice.tsx';
import { PaperSelect } from '../papers/PaperSelect.tsx';
import { aboutPaper, formatName } from '../papers/papers.ts';
import { usePaperChoice, type PaperChoice } from '../papers/use-paper-choice.ts';
import type { ExportInput } from './run-export.ts';
import { fillHref } from '../preview/selection.ts';
import { useScopes, type Scope, type ScopeId } from './scope.ts';

export interface ExportChoiceProps {
  readonly ids: readonly string[];
  /** This paper at first, whatever was chosen last. */
  readonly paper?: PaperId;
  readonly onCancel: () => void;
  readonly onStart: (input: ExportInput) => void;
}

/** 导出: which paper, Excel or Word, one file or many, and how far it reaches. */
export const ExportChoice = ({ ids, paper, onCancel, onStart }: ExportChoiceProps): ReactElement => {
  const unit = currentUnit(useStart());
  const { choice, choose, keep } = usePaperChoice('export', paper);
  const { scopes, loading } = useScopes(ids);
  const [wanted, setWanted] = useState<ScopeId>('given');
  const scope = scopes.find(({ id }) => id === wanted) ?? scopes[0];
  const start = (): void => {
    if (!scope) return;
    keep();
    onStart({ form: choice.paper, format: choice.format, mode: choice.mode, ids: [...scope.ids] });
  };
  return (
    <Stack>
      <Group align="flex-start" wrap="nowrap">
        <PaperSelect
          flex={1}
          label="哪种表"
          description={aboutPaper(paperById(choice.paper))}
          inputWrapperOrder={['label', 'input', 'description']}
          unit={unit}
          value={choice.paper}
          onChange={(chosen) => choose({ paper: chosen })}
          data-autofocus
        />
        <FormatChoice paper={choice.paper} value={choice.format} onChange={(format) => choose({ format })} />
      </Group>
      {paperById(choice.paper).span === 'project' && <Files choice={choice} onChange={(mode) => choose({ mode })} />}
      <Reach scopes={scopes} value={scope?.id ?? 'given'} onChange={setWanted} />
      {scope && scope.drafts > 0 && (
        <Alert color="orange" role="status">
          其中 {scope.drafts} 个项目还没有完成，文件名会标上“草稿”。
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          component={Link}
          href={fillHref(scope?.ids ?? ids)}
          variant="subtle"
          mr="auto"
          title="县里发了空表，或者要照去年的表填"
        >
          填进县里发的表
        </Button>
        <Button variant="default" onClick={onCancel}>
          取消
        </Button>
        <Button onClick={start} disabled={loading && wanted !== 'given'}>
          开始导出
        </Button>
      </Group>
    </Stack>
  );
};

const Files = ({
  choice,
  onChange,
}: {
  readonly choice: PaperChoice;
  readonly onChange: (mode: PaperChoice['mode']) => void;
}): ReactElement => (
  <Radio.Group
    label="几个文件"
    value={choice.mode}
    onChange={(value) => onChange(value === 'files' ? 'files' : 'workbook')}
  >
    <Stack gap="xs" mt={4}>
      <Radio
        value="workbook"
        label="一个文件（推荐）"
        description={`所有项目在一个 ${formatName(choice.format)} 文件里，每个项目一张表`}
      />
      <Radio value="files" label="每个项目一个文件" description="保存到一个文件夹里，文件名按设置里的模板" />
    </Stack>
  </Radio.Group>
);

const Reach = ({
  scopes,
  value,
  onChange,
}: {
  readonly scopes: readonly Scope[];
  readonly value: ScopeId;
  readonly onChange: (scope: ScopeId) => void;
}): ReactElement =>
  scopes.length < 2 ? (
    <Text size="sm">{scopes[0]?.label}</Text>
  ) : (
    <Radio.Group label="哪些项目" value={value}>
      <Stack gap="xs" mt={4}>
        {scopes.map(({ id, label }) => (
          <Radio key={id} value={id} label={label} onChange={() => onChange(id)} />
        ))}
      </Stack>
    </Radio.Group>
  );
