import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import type { MappingPanelProps } from './MappingPanel.tsx';
import type { MappingEdit, MappingStart } from './use-mapping.ts';

/** Below the table: whether it is kept for the next file, under which name, and the yes. */
export const KeepBar = ({
  readingId,
  start,
  edit,
  onRead,
  onClose,
}: MappingPanelProps & { readonly start: MappingStart; readonly edit: MappingEdit }): ReactElement => {
  const client = useTRPCClient();
  const [keep, setKeep] = useState(true);
  const [name, setName] = useState(() => start.kept?.name ?? nameFrom(start.file));
  const [busy, setBusy] = useState(false);
  const { reading } = edit;
  // What the program can read by itself it goes on reading so, but for this form.
  const mapping = start.known ? { ...edit.mapping, instead: true } : edit.mapping;
  const count = reading.projects.length;
  const read = async (): Promise<void> => {
    setBusy(true);
    try {
      const preview = await client.imports.readMapped.mutate({ readingId, mapping });
      if (keep) {
        const id = start.kept === null ? {} : { id: start.kept.id };
        await client.mappings.save.mutate({ ...id, name: name.trim(), mapping });
        tell(`已记住“${name.trim()}”，下次同样的表会自动这样读。`);
      }
      onRead(preview);
    } catch (error) {
      tellTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group justify="space-between" mt="sm" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <Checkbox
          label="记住，下次同样的表自动这样读"
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
        {keep && (
          <TextInput
            aria-label="记住的名称"
            w={220}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button loading={busy} disabled={count === 0 || (keep && name.trim() === '')} onClick={() => void read()}>
          就这样读
        </Button>
      </Group>
    </Group>
  );
};

/** 2025年申报明细.xlsx → 2025年申报明细 */
const nameFrom = (file: string): string => file.replace(/\.[a-z]{2,5}$/iu, '').slice(0, 60) || '手工对应的表';
