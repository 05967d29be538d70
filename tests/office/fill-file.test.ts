import { expect, it } from 'vitest';
import { readTemplate } from '../../electron/office/fill-file.ts';
import { fixture, withPart } from './filling.ts';

/* What is saved under an ending that Office would refuse is not begun. */

it.each([
  ['declaration.xlsx', 'spreadsheetml.sheet.main+xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', '带宏'],
  ['county.docx', 'wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml', '是模板'],
])('%s of another kind is refused, with what to do', async (name, kind, other, word) => {
  const odd = withPart(fixture(name), '[Content_Types].xml', (text) =>
    other.startsWith('application/')
      ? text.replace(`application/vnd.openxmlformats-officedocument.${kind}`, other)
      : text.replace(kind, other),
  );
  await expect(readTemplate(odd, '县里的表')).rejects.toMatchObject({
    code: 'file-foreign',
    message: `“县里的表”${word}，填好以后打不开，不能直接填写。`,
  });
  await expect(readTemplate(fixture(name), name)).resolves.toMatchObject({ format: name.slice(-4) });
});
