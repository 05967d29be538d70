import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exampleName, unknownTokens } from '../../renderer/src/settings/examples.ts';
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
    await user.clear(screen.getByRole('textbox', { name: '工作簿的名称' }));
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
    const name = exampleName(defaultSettings(2024).workbookName, { ...unit, name: '甲/乙:镇' }, 2024);
    expect(name).toBe('甲／乙：镇-2024年项目支出绩效目标表.xlsx');
  });

  it('warns of a token that does not exist', () => {
    expect(unknownTokens('{单位}-{名称}')).toEqual(['名称']);
  });
});
