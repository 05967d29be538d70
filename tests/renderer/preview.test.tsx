import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { Route } from 'wouter';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PreviewPage } from '../../renderer/src/preview/PreviewPage.tsx';
import { previewHref, previewIds } from '../../renderer/src/preview/selection.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const idsOf = (href: string): readonly string[] | null => previewIds(href.split('/')[2] ?? '');

describe('the address of a preview', () => {
  it('leads back to its projects in their order, few or many', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 80 }), (ids) => {
        expect(idsOf(previewHref(ids))).toEqual(ids);
        expect(idsOf(previewHref(ids, 'dossier'))).toEqual(ids);
        expect(previewHref(ids, 'dossier').endsWith('/dossier')).toBe(true);
      }),
    );
  });

  it('stays short, and keeps many projects where a reload finds them', () => {
    const ids = Array.from({ length: 60 }, () => crypto.randomUUID());
    const href = previewHref(ids);
    expect(href.length).toBeLessThan(40);
    expect(window.sessionStorage.getItem(`jixiao preview ${href.split('/')[2] ?? ''}`)).toBe(ids.join(','));
    expect(previewIds('~5-nobody')).toBeNull();
  });
});

describe('打印预览', () => {
  it("shows the unit's main form with its pages and notes, and any other one that is chosen", async () => {
    const user = userEvent.setup();
    const forms: string[] = [];
    fakeProgram({
      print: {
        prepare: ({ form }) => {
          forms.push(form);
          return { href: `/print/${form}`, pages: forms.length * 3, notes: form === 'approval' ? ['有尾差。'] : [] };
        },
      },
    });
    const state = startState({ units: [{ ...unit, forms: ['approval', 'disclosure'] }] });
    const { history } = renderWindow(
      <Route path="/preview/:ids/:paper?" component={PreviewPage} />,
      state,
      '/preview/p1,p2',
    );
    expect(await screen.findByText('2 个项目，共 3 页 A4')).toBeVisible();
    expect(screen.getByRole('note', { name: '请留意' })).toHaveTextContent('有尾差。');
    await user.selectOptions(screen.getByRole('combobox', { name: '哪种表' }), 'dossier');
    expect(await screen.findByText('2 个项目，共 6 页 A4')).toBeVisible();
    expect(forms).toEqual(['approval', 'dossier']);
    expect(history.at(-1)).toBe('/preview/p1,p2/dossier');
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
  });
});
