import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exampleName } from '../../renderer/src/settings/examples.ts';
import { attributesOf, departmentsOf, departmentsText } from '../../renderer/src/settings/lists.ts';
import { SettingsPage } from '../../renderer/src/settings/SettingsPage.tsx';
import { defaultSettings, type Settings } from '../../shared/model/unit.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const openSettings = () => {
  const saved: Settings[] = [];
  fakeProgram({
    start: { state: () => startState() },
    projects: { ids: () => ['p1', 'p2', 'p3'] },
    settings: {
      save: (settings) => {
        saved.push(settings);
        return settings;
      },
    },
  });
  renderWindow(<SettingsPage />);
  return saved;
};

describe('设置', () => {
  it('saves what is typed by itself, once the typing pauses, and says so', async () => {
    const user = userEvent.setup();
    const saved = openSettings();
    await user.click(screen.getByRole('tab', { name: '填报' }));
    await user.type(screen.getByRole('textbox', { name: '填报人' }), '王会计');
    expect(await screen.findByText('✓ 已保存', {}, { timeout: 3_000 })).toBeVisible();
    expect(saved.map(({ operator }) => operator)).toEqual(['王会计']);
  });

  it('does not save a file name that is empty, and says why', async () => {
    const user = userEvent.setup();
    const saved = openSettings();
    await user.click(screen.getByRole('tab', { name: '打印与导出' }));
    await user.clear(screen.getByRole('textbox', { name: '全部项目一个文件时的名称' }));
    expect(await screen.findByText('文件名不能为空')).toBeVisible();
    await waitFor(() => expect(screen.getByText('有一项不能为空，还没有保存')).toBeVisible());
    expect(saved).toEqual([]);
  });

  it('keeps half-typed lines of a list on screen and stores only whole ones', async () => {
    const user = userEvent.setup();
    const saved = openSettings();
    await user.click(screen.getByRole('tab', { name: '填报' }));
    const box = screen.getByRole('textbox', { name: '主管部门' });
    await user.type(box, '县民政局 407{Enter}');
    expect(box).toHaveValue('县民政局 407\n');
    await waitFor(() => expect(saved.at(-1)?.departments).toEqual([{ name: '县民政局', code: '407' }]), {
      timeout: 3_000,
    });
  });
});

describe('lists as text', () => {
  it('come back as they were, whatever names and codes there are', () => {
    const name = fc.stringMatching(/^[一-龥（）]{1,12}$/u);
    const code = fc.stringMatching(/^\d{0,6}$/u);
    fc.assert(
      fc.property(fc.array(fc.record({ name, code }), { maxLength: 20 }), (departments) => {
        expect(departmentsOf(departmentsText(departments))).toEqual(departments);
      }),
    );
  });

  it('drop blank lines and doubles', () => {
    expect(attributesOf('一年期项目\n\n 一年期项目 \r\n延续性项目')).toEqual(['一年期项目', '延续性项目']);
  });
});

describe('the example of a file name', () => {
  it('is legal on Windows whatever the unit is called', () => {
    const facts = {
      unit: { ...unit, department: '甲/乙:镇' },
      count: 12,
      now: new Date(2024, 2, 5),
      paper: '项目支出绩效目标表',
    };
    const settings = defaultSettings(2024);
    expect(exampleName(settings, 'workbookName', facts)).toBe('甲／乙：镇-2024年项目支出绩效目标表.xlsx');
    expect(exampleName(settings, 'fileName', facts)).toBe('01.村干部任职补贴项目支出绩效目标表.xlsx');
  });

  it('is made of what there is: the number of projects, who fills in; only what means nothing is warned of', async () => {
    const user = userEvent.setup();
    openSettings();
    await user.click(screen.getByRole('tab', { name: '打印与导出' }));
    const box = screen.getByRole('textbox', { name: '全部项目一个文件时的名称' });
    await user.clear(box);
    await user.type(box, '{{实施单位}-{{项目数}项-{{填报人}');
    expect(await screen.findByText(`例如：${unit.name}-3项-.xlsx`)).toBeVisible();
    expect(screen.queryByText(/会原样写进文件名/u)).not.toBeInTheDocument();
    await user.type(box, '{{项目名称}');
    expect(screen.getByText('没有 {项目名称} 这一项，会原样写进文件名')).toBeVisible();
  });

  it('and of a mail counts the projects of the year', async () => {
    const user = userEvent.setup();
    openSettings();
    await user.click(screen.getByRole('tab', { name: '发送' }));
    expect(await screen.findByText(/共3个项目，请审核/u)).toBeVisible();
  });
});
