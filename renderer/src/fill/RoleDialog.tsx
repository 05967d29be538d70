import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { FIELD_ROLES, INDICATOR_PARTS, ROLES, roleName, type Role } from '../../../shared/fill/roles.ts';
import type { PictureCell } from './TemplatePicture.tsx';

export interface RoleDialogProps {
  readonly cell: PictureCell | null;
  readonly onClose: () => void;
  /** null: as the program recognises it. */
  readonly onRole: (role: Role | null) => void;
}

/** 这一格填什么: what one cell is for, or that it stays as it is. */
export const RoleDialog = ({ cell, onClose, onRole }: RoleDialogProps): ReactElement => (
  <Modal opened={cell !== null} onClose={onClose} title="这一格填什么">
    {cell !== null && <Choice key={`${cell.table}:${cell.row}:${cell.column}`} cell={cell} onRole={onRole} />}
  </Modal>
);

const groupOf = (role: Role): string => {
  if (Object.hasOwn(FIELD_ROLES, role)) return '项目的内容（点要填的格子）';
  if (Object.hasOwn(INDICATOR_PARTS, role) || role === 'number') return '指标的列（点表头）';
  return '二级指标（点它的名称）';
};

const OPTIONS = [...new Set(ROLES.filter((role) => role !== 'leave').map(groupOf))].map((group) => ({
  group,
  items: ROLES.filter((role) => role !== 'leave' && groupOf(role) === group).map((role) => ({
    value: role,
    label: roleName(role),
  })),
}));

const Choice = ({ cell, onRole }: { readonly cell: PictureCell } & Pick<RoleDialogProps, 'onRole'>): ReactElement => {
  const [role, setRole] = useState<string | null>(null);
  const chosen = ROLES.find((one) => one === role) ?? null;
  return (
    <Stack>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {cell.text.trim() === '' ? '空格子' : `“${cell.text.trim().slice(0, 60)}”`}
        {cell.name === '' ? '，现在照原样留着。' : `，现在填“${cell.name}”。`}
      </Text>
      <Select label="改成" placeholder="可以打字查找" data={OPTIONS} value={role} onChange={setRole} searchable />
      <Group justify="flex-end">
        {cell.corrected && (
          <Button variant="subtle" onClick={() => onRole(null)}>
            恢复程序认的
          </Button>
        )}
        <Button variant="default" onClick={() => onRole('leave')}>
          照原样，不填
        </Button>
        <Button disabled={chosen === null} onClick={() => onRole(chosen)}>
          好
        </Button>
      </Group>
    </Stack>
  );
};
