import { Autocomplete, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { COMMON_TOKENS, PROJECT_TOKENS, unknownTokens } from '../../../shared/model/tokens.ts';
import type { Settings } from '../../../shared/model/unit.ts';
import { exampleName, KNOWN_TOKENS, tokenHelp, type NameTemplateKey } from './examples.ts';
import type { Autosaved } from './use-autosaved.ts';
import { useExample } from './use-example.ts';

const FONTS = [
  '方正小标宋简体',
  '仿宋_GB2312',
  '仿宋',
  '楷体_GB2312',
  '楷体',
  '黑体',
  '宋体',
  '华文中宋',
  'Times New Roman',
];

const ROLES = [
  { key: 'attachment', label: '“附件 2”一行' },
  { key: 'title', label: '表名' },
  { key: 'subtitle', label: '年度一行' },
  { key: 'heading', label: '表内标题' },
  { key: 'body', label: '填写的内容' },
] as const satisfies readonly { readonly key: keyof Settings['fonts']; readonly label: string }[];

const NAMES = [
  { key: 'workbookName', label: '全部项目一个文件时的名称' },
  { key: 'fileName', label: '每个项目一个文件时的名称' },
] as const satisfies readonly { readonly key: NameTemplateKey; readonly label: string }[];

/** 打印与导出: fonts, optional rows, file names with a live example. */
export const PrintTab = ({ settings }: { readonly settings: Autosaved<Settings> }): ReactElement => {
  const { value, set } = settings;
  return (
    <Stack>
      <Switch
        label="没有填写的选填行（经济效益、生态效益）也印出来"
        checked={value.printEmptyOptionalRows}
        onChange={(event) => set({ printEmptyOptionalRows: event.currentTarget.checked })}
      />
      <Switch
        label="表后印签字栏"
        description="填报人、负责人、日期、盖章处"
        checked={value.printSignOff}
        onChange={(event) => set({ printSignOff: event.currentTarget.checked })}
      />
      <Switch
        label="每页下面印页码和校验码"
        description="纸上和文件里的校验码一样，内容就一样；在“核对文件”里可以查"
        checked={value.printCheckCode}
        onChange={(event) => set({ printCheckCode: event.currentTarget.checked })}
      />
      <Text fw={600}>字体</Text>
      <SimpleGrid cols={{ base: 2, md: 3 }}>
        {ROLES.map(({ key, label }) => (
          <Autocomplete
            key={key}
            label={label}
            data={FONTS}
            // All suggestions, not only those that match the font that is set.
            filter={({ options }) => options}
            value={value.fonts[key]}
            maxLength={500}
            onChange={(font) => set({ fonts: { ...value.fonts, [key]: font } })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        电脑上没有的字体，打印时会用相近的字体代替。
      </Text>
      <Text fw={600}>导出的文件名</Text>
      {NAMES.map(({ key, label }) => (
        <NameTemplate
          key={key}
          of={key}
          label={label}
          settings={value}
          onChange={(template) => set({ [key]: template })}
        />
      ))}
      <Text size="sm" c="dimmed">
        可以用：{tokenHelp(COMMON_TOKENS)}。
      </Text>
      <Text size="sm" c="dimmed">
        只有一个项目的文件名还可以用：{tokenHelp(PROJECT_TOKENS)}。
      </Text>
    </Stack>
  );
};

const NameTemplate = ({
  of,
  label,
  settings,
  onChange,
}: {
  readonly of: NameTemplateKey;
  readonly label: string;
  readonly settings: Settings;
  readonly onChange: (template: string) => void;
}): ReactElement => {
  const facts = useExample();
  const template = settings[of];
  const unknown = unknownTokens(template, KNOWN_TOKENS[of]);
  return (
    <TextInput
      label={label}
      value={template}
      maxLength={500}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={errorOf(template, unknown)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={facts && `例如：${exampleName(settings, of, facts)}`}
    />
  );
};

const errorOf = (template: string, unknown: readonly string[]): string | null => {
  if (isBlank(template)) return '文件名不能为空';
  return unknown.length > 0 ? `没有 {${unknown.join('}、{')}} 这一项，会原样写进文件名` : null;
};
