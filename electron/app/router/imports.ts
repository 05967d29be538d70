import { inputs } from '../contract.ts';
import { procedure, router } from '../trpc.ts';
import { fileInput, fileOf } from './files.ts';

export const importRouter = router({
  text: procedure.input(inputs.importText).mutation(({ ctx, input }) => ctx.services().imports.text(input)),
  file: procedure.input(fileInput).mutation(async ({ ctx, input }) => {
    const { name, bytes } = await fileOf(input);
    return ctx.services().imports.file(name, bytes);
  }),
  confirm: procedure.input(inputs.importConfirm).mutation(({ ctx, input }) => ctx.services().imports.confirm(input)),
  undo: procedure.input(inputs.projectsOf).mutation(({ ctx, input }) => ctx.services().imports.undo(input.ids)),
});
