import { Group, Paper, Tabs, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { currentUnit, useStart } from '../lib/start.ts';
import { KeptMappings } from '../mapping/KeptMappings.tsx';
import { DataTab } from './DataTab.tsx';
import { FillingTab } from './FillingTab.tsx';
import { MailTab } from './MailTab.tsx';
import { PrintTab } from './PrintTab.tsx';
import { SaveNote } from './SaveNote.tsx';
import { UnitTab } from './UnitTab.tsx';
import { useSettings } from './use-settings.ts';

const TABS = [
  { value: 'unit', label: '单位' },
  { value: 'filling', label: '填报' },
  { value: 'print', label: '打印与导出' },
  { value: 'mail', label: '发送' },
  { value: 'import', label: '导入' },
  { value: 'data', label: '数据' },
] as const;

const QUIET: ReadonlySet<string> = new Set(['unit', 'import', 'data']);

/** 设置. Everything saves itself. */
export const SettingsPage = (): ReactElement => {
  const unit = currentUnit(useStart());
  const settings = useSettings();
  const [tab, setTab] = useState<string | null>('unit');
  return (
    <div style={{ width: '100%', maxWidth: 960, margin: '0 auto', padding: 16 }}>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          设置
        </Title>
        {/* 单位 says so itself, 导入 and 数据 have nothing that saves itself. */}
        {tab !== null && !QUIET.has(tab) && <SaveNote status={settings.status} />}
      </Group>
      <Paper withBorder p="md">
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="md">
            {TABS.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="unit">{unit && <UnitTab key={unit.id} unit={unit} />}</Tabs.Panel>
          <Tabs.Panel value="filling">
            <FillingTab settings={settings} />
          </Tabs.Panel>
          <Tabs.Panel value="print">
            <PrintTab settings={settings} />
          </Tabs.Panel>
          <Tabs.Panel value="mail">
            <MailTab settings={settings} />
          </Tabs.Panel>
          <Tabs.Panel value="import">
            <KeptMappings />
          </Tabs.Panel>
          <Tabs.Panel value="data">
            <DataTab />
          </Tabs.Panel>
        </Tabs>
      </Paper>
    </div>
  );
};
