import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeptMappings } from '../../renderer/src/mapping/KeptMappings.tsx';
import { MappingPanel } from '../../renderer/src/mapping/MappingPanel.tsx';
import type { SourceTable } from '../../shared/grid/table.ts';
import type { KeptMapping, Mapping } from '../../shared/recognise/mapped/mapping.ts';
import { proposeMapping } from '../../shared/recognise/mapped/propose.ts';
import { fakeProgram } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const table = (name: string, rows: readonly (readonly string[])[]): SourceTable => ({
  name,
  rows: rows.map((cells, index) => ({ cells, at: index + 1 })),
});

const LIST = table('明细', [
  ['某县明细', '', '', ''],
  ['事项', '经费数', '干什么', '要达到'],
  ['河道清淤', '12', '清淤里程', '3 公里'],
  ['路灯维修', '4.5', '维修盏数', '60 盏'],
]);

const SINGLE = table('登记卡', [
  ['啥工程', '桥梁加固'],
  ['谁来干', '示例镇'],
]);

const open = (tables: readonly SourceTable[], kept: { id: string; name: string } | null = null) => {
  const calls = { read: vi.fn(), save: vi.fn(), onRead: vi.fn(), close: vi.fn() };
  fakeProgram({
    mappings: {
      propose: () => ({ file: '2025年明细.xlsx', tables, proposal: proposeMapping(tables), known: false, kept }),
      read: ({ mapping }) => {
        calls.read(mapping);
        return { importId: 'r1' } as never;
      },
      save: (input) => {
        calls.save(input);
        return { ...input, id: 'm1', signature: '' };
      },
    },
  });
  renderWindow(<MappingPanel readingId="r1" onRead={calls.onRead} onClose={calls.close} />);
  return { calls, user: userEvent.setup() };
};

const column = (number: number): Promise<HTMLSelectElement> =>
  screen.findByRole<HTMLSelectElement>('combobox', { name: `第 ${number} 列是什么` });
const outcome = (): HTMLElement => screen.getByRole('region', { name: '读出来的项目' });

describe('手工对应 of a list', () => {
  it('shows at once what comes out, reads so, and is kept', async () => {
    const { calls, user } = open([LIST]);
    await column(1);
    const head = screen.getByRole('textbox', { name: '表头从第几行开始' });
    await user.clear(head);
    await user.type(head, '2');
    await user.selectOptions(await column(1), '项目名称');
    await user.selectOptions(await column(2), '预算数（总额）');
    await user.selectOptions(await column(3), '三级指标');
    await user.selectOptions(await column(4), '指标值');
    expect(await within(outcome()).findByText('这样能读出 2 个项目')).toBeVisible();
    expect(within(outcome()).getByText(/12 万元/u)).toBeVisible();
    const name = screen.getByRole('textbox', { name: '记住的名称' });
    expect(name).toHaveValue('2025年明细');
    await user.click(screen.getByRole('button', { name: '就这样读' }));
    await waitFor(() => expect(calls.onRead).toHaveBeenCalled());
    const mapping = calls.read.mock.calls[0]?.[0] as Mapping;
    expect(mapping.columns.map(({ header, field }) => `${header}=${field}`)).toEqual([
      '事项=name',
      '经费数=total',
      '干什么=level3',
      '要达到=value',
    ]);
    expect(calls.save).toHaveBeenCalledWith({ name: '2025年明细', mapping });
  });

  it('goes to the choice of a column from its head, by mouse and by keyboard', async () => {
    const { user } = open([LIST]);
    await column(2);
    await user.click(screen.getByText('经费数'));
    expect(await column(2)).toHaveFocus();
    screen.getByRole('table', { name: '明细' }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    expect(await column(4)).toHaveFocus();
  });

  it('is read once only where it is not to be kept, and not at all where nothing comes out', async () => {
    const { calls, user } = open([LIST]);
    const button = await screen.findByRole('button', { name: '就这样读' });
    await user.selectOptions(await column(1), '（不要）');
    await waitFor(() => expect(button).toBeDisabled());
    await user.selectOptions(await column(1), '项目名称');
    await user.click(screen.getByRole('checkbox', { name: '记住，下次同样的表自动这样读' }));
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await waitFor(() => expect(calls.onRead).toHaveBeenCalled());
    expect(calls.save).not.toHaveBeenCalled();
  });

  it('replaces the mapping that was kept for it', async () => {
    const { calls, user } = open([LIST], { id: 'm7', name: '县里的明细' });
    await user.selectOptions(await column(1), '项目名称');
    await user.click(await screen.findByRole('button', { name: '就这样读' }));
    await waitFor(() => expect(calls.save).toHaveBeenCalled());
    expect(calls.save.mock.calls[0]?.[0]).toMatchObject({ id: 'm7', name: '县里的明细' });
  });
});

describe('手工对应 of a form for one project', () => {
  it('says what the chosen cell is by the label beside it', async () => {
    const { user } = open([SINGLE]);
    await column(1);
    await user.click(screen.getByRole('radio', { name: '一个项目一张表' }));
    await user.click(screen.getByText('桥梁加固'));
    const choice = await screen.findByRole('combobox', { name: '“啥工程”填的是什么' });
    await user.selectOptions(choice, '项目名称');
    expect(await within(outcome()).findByText('桥梁加固')).toBeVisible();
    await user.click(screen.getByText('示例镇'));
    await user.selectOptions(await screen.findByRole('combobox', { name: '“谁来干”填的是什么' }), '实施单位');
    await user.click(screen.getByText('啥工程'));
    expect(await screen.findByText('这一格左边和上面都没有名称，认不出它是什么，请选别的格子。')).toBeVisible();
  });
});

describe('kept mappings in 设置', () => {
  it('are renamed, and deleted with a way back', async () => {
    const kept: KeptMapping = { id: 'm1', name: '县里的明细', signature: '', mapping: proposeMapping([LIST]) };
    let all = [kept];
    const saved = vi.fn();
    fakeProgram({
      mappings: {
        list: () => all,
        save: (input) => {
          saved(input);
          all = [{ ...kept, name: input.name }];
          return all[0] ?? kept;
        },
        remove: () => {
          all = [];
          return { count: 1 };
        },
      },
    });
    renderWindow(<KeptMappings />);
    const user = userEvent.setup();
    const name = await screen.findByRole('textbox', { name: '“县里的明细”的名称' });
    await user.clear(name);
    await user.type(name, '乡镇明细');
    await user.click(screen.getByRole('button', { name: '改名' }));
    await user.click(await screen.findByRole('button', { name: '删除“乡镇明细”' }));
    expect(await screen.findByText(/还没有。/u)).toBeVisible();
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await screen.findByRole('textbox', { name: '“乡镇明细”的名称' })).toBeVisible();
    expect(saved).toHaveBeenCalledTimes(2);
  });
});
