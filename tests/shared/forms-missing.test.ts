import { describe, expect, it } from 'vitest';
import { askedForm } from '../../shared/forms/asked.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import { FORMS } from '../../shared/forms/index.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { bookOf } from './book.ts';
import { samples } from './samples.ts';

/* What the live paper marks is what the form's own gaps say: for every form, whichever there are. */

describe.each(FORMS.map((form) => ({ id: form.id, form })))('the paper of $id', ({ id, form }) => {
  const asked = askedForm([id], { tree: '88', weightSum: 90 });
  const marked = (content: Parameters<typeof bookOf>[0][number]): string[] =>
    [...form.live(bookOf([content], { state: 'draft' }))].flatMap(({ cells }) =>
      cells.filter(({ missing }) => missing === true).map(({ field }) => field ?? '?'),
    );

  it('marks nothing of a project that lacks nothing', () => {
    for (const content of samples()) {
      expect(formGaps(asked, content), content.name).toEqual([]);
      expect(marked(content), content.name).toEqual([]);
    }
  });

  it('marks something of one that has nothing', () => {
    expect(marked(emptyContent()).length).toBeGreaterThan(0);
  });
});
