import { Alert, Loader, Modal, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { SavingStage } from '../export/ExportDialog.tsx';
import { useSaving } from '../export/use-export.ts';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient, type Client, type Inputs } from '../lib/trpc.ts';
import { Notes } from '../papers/Notes.tsx';
import { FillBar } from './FillBar.tsx';
import classes from './Fill.module.css';
import { RoleDialog } from './RoleDialog.tsx';
import { TemplatePicture, type PictureCell } from './TemplatePicture.tsx';
import { useFilled } from './use-filled.ts';
import { useProjects } from './use-projects.ts';
import type { OpenTemplate } from './use-template.ts';

export interface FillWorkProps {
  readonly opened: OpenTemplate;
  readonly unitId: string;
  /** What the list handed over; null for all of the year. */
  readonly chosen: readonly string[] | null;
  readonly onClose: () => void;
}

type FillInput = Inputs['fill']['start'];

const begin = (client: Client, input: FillInput): ReturnType<Client['fill']['start']['mutate']> =>
  client.fill.start.mutate(input);

/** The form as it looks with its cells lit, how it looks filled in, and 保存. */
export const FillWork = ({ opened, unitId, chosen, onClose }: FillWorkProps): ReactElement => {
  const client = useTRPCClient();
  const run = useSaving<FillInput>(begin);
  const projects = useProjects(unitId, chosen);
  const filled = useFilled(opened, projects.ids[0] ?? null);
  const [view, setView] = useState<'form' | 'filled'>('form');
  const [asked, setAsked] = useState<PictureCell | null>(null);
  const { template } = filled;
  const keep = (): void => {
    const { templateId, file } = opened;
    client.fill.keep
      .mutate({ templateId, name: file, corrections: filled.corrections })
      .then(() => tell('记住了，下次在这一页直接用它填。'), tellTrouble);
  };
  const save = (mode: FillInput['mode']): void => {
    const ids = [...projects.ids];
    void run.start({ templateId: opened.templateId, ids, mode, corrections: filled.corrections });
  };
  const tables = view === 'form' ? template.tables : (filled.preview?.tables ?? []);
  return (
    <div className={classes.page}>
      <FillBar
        file={opened.file}
        perProject={template.perProject}
        ready={template.recognised && projects.ids.length > 0}
        count={projects.ids.length}
        onSave={save}
        onKeep={keep}
        onClose={onClose}
      />
      <div className={classes.body}>
        <Stack className={classes.side} gap="md">
          <Title order={2} size="h5">
            {view === 'form' ? '认出的格子' : '填好的样子'}
          </Title>
          <SegmentedControl
            aria-label="看什么"
            value={view}
            onChange={(value) => setView(value === 'filled' ? 'filled' : 'form')}
            data={[
              { value: 'form', label: '表样' },
              { value: 'filled', label: '填好的样子', disabled: projects.ids.length === 0 },
            ]}
          />
          {view === 'form' ? (
            <Text size="sm">
              绿色的格子会填进去，格子里的绿字是要填的内容。认错了就点这个格子改；没有颜色的照原样留着。
            </Text>
          ) : (
            <Select
              label="看哪个项目"
              data={projects.names.map(({ id, name }) => ({ value: id, label: name }))}
              value={filled.shown}
              onChange={(id) => filled.show(id)}
              allowDeselect={false}
              searchable
            />
          )}
          {!template.recognised && (
            <Alert color="orange" role="status">
              没有认出这份表。请点表头的格子，说明哪一列是三级指标、哪一格填项目名称。
            </Alert>
          )}
          <Notes notes={view === 'form' ? template.notes : (filled.preview?.warnings ?? [])} />
          <Text size="sm" c="dimmed">
            {projects.ids.length === 0 ? '这一年还没有项目。' : `要填的项目：${projects.label}`}
          </Text>
        </Stack>
        <div className={classes.pictures}>
          {view === 'filled' && filled.preview === null && <Loader aria-label="正在填" />}
          {tables.map((table, index) => (
            <TemplatePicture
              key={`${view} ${index}`}
              table={table}
              index={index}
              marks={view === 'form' ? template.marks : []}
              corrections={view === 'form' ? filled.corrections : {}}
              onCell={view === 'form' ? setAsked : null}
            />
          ))}
        </div>
      </div>
      <RoleDialog
        cell={asked}
        onClose={() => setAsked(null)}
        onRole={(role) => {
          if (asked !== null) void filled.correct(asked, role);
          setAsked(null);
        }}
      />
      <Modal
        opened={run.now.stage !== 'choosing'}
        onClose={run.reset}
        withCloseButton={false}
        closeOnClickOutside={false}
        title="填县里的表"
        size="lg"
      >
        <SavingStage run={run} onClose={run.reset} />
      </Modal>
    </div>
  );
};
