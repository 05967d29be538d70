import type { Page } from 'playwright-core';

/* A clerk without a mouse: only keys, and the text an input method hands over. */

/** What has the keyboard now, as a clerk would name it. */
export const focused = (page: Page): Promise<{ readonly name: string; readonly words: string; readonly row: string }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return {
      name: element?.getAttribute('name') ?? '',
      words: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim(),
      row: element?.closest('section')?.getAttribute('aria-label') ?? '',
    };
  });

/** Presses Tab until a button with these words has the keyboard, then Enter. */
export const pressButton = async (page: Page, words: string): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    if ((await focused(page)).words === words) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to “${words}”`);
};

/** Replaces what stands in the box that has the keyboard, as an input method does. */
export const typeText = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
};

/** Presses Tab until a box with this label has the keyboard; not once where the program put the clerk there already. */
export const goToBox = async (page: Page, label: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: label, exact: true });
  await box.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await box.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to the box “${label}”`);
};
