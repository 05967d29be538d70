import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe holds to be serious or critical, each with the element it is about.
 * @param without parts of the page that are judged elsewhere
 */
export const violations = async (page: Page, without: readonly string[] = []): Promise<string[]> => {
  // Colours are judged once notes and dialogs have faded in.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // In the page itself: the newer way opens a page of its own for every answer.
  const axe = without.reduce((all, part) => all.exclude(part), new AxeBuilder({ page }).setLegacyMode());
  const found = await axe.analyze();
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
