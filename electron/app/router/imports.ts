import { z } from 'zod';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { inputs } from '../contract.ts';
import { procedure, router } from '../trpc.ts';

export const importRouter = router({
  text: procedure.input(inputs.importText).mutation(({ ctx, input }) => ctx.services().imports.text(input)),
  file: procedure.input(z.instanceof(FormData)).mutation(async ({ ctx, input }) => {
    const file = input.get('file');
    if (!(file instanceof File)) throw new ExpectedError('bad-input', '没有收到文件。', '请重新选择文件。');
    return ctx.services().imports.file(file.name, new Uint8Array(await file.arrayBuffer()));
  }),
  confirm: procedure.input(inputs.importConfirm).mutation(({ ctx, input }) => ctx.services().imports.confirm(input)),
  undo: procedure.input(inputs.projectsOf).mutation(({ ctx, input }) => ctx.services().imports.undo(input.ids)),
});
