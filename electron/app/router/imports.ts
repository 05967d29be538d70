import { z } from 'zod';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';
import { fileInput, fileOf, hiddenOf } from './files.ts';

export const importRouter = router({
  begin: procedure.input(z.union([fileInput, inputs.importPaste])).mutation(async ({ ctx, input }) => {
    const { imports } = ctx.services();
    if (!(input instanceof FormData)) return imports.beginPaste(input);
    const { name, bytes } = await fileOf(input);
    return imports.beginFile(name, bytes, hiddenOf(input));
  }),
  progress: procedure
    .input(inputs.readings)
    .query(({ ctx, input }) => ctx.services().imports.progress(input.readingIds)),
  cancel: procedure.input(inputs.reading).mutation(({ ctx, input }) => ctx.services().imports.cancel(input.readingId)),
  preview: procedure.input(inputs.importPreview).query(({ ctx, input }) => ctx.services().imports.preview(input)),
  source: procedure.input(inputs.importSource).query(({ ctx, input }) => ctx.services().imports.source(input)),
  readHidden: procedure
    .input(inputs.reading)
    .mutation(({ ctx, input }) => ctx.services().imports.readHidden(input.readingId)),
  // It changes nothing, but what the clerk edited is too long for an address.
  match: procedure.input(inputs.importMatch).mutation(({ ctx, input }) => ctx.services().imports.match(input)),
  confirm: procedure.input(inputs.importConfirm).mutation(({ ctx, input }) => ctx.services().imports.confirm(input)),
  undo: procedure.input(inputs.importRun).mutation(({ ctx, input }) => ctx.services().imports.undo(input.importId)),
  readMapped: procedure
    .input(inputs.importReadMapped)
    .mutation(({ ctx, input }) => ctx.services().mappings.read(input)),
  recent: procedure.query(({ ctx }) => ctx.services().imports.recent()),
});

export const mappingRouter = router({
  list: procedure.query(({ ctx }) => ctx.services().mappings.list()),
  save: procedure.input(inputs.mappingSave).mutation(({ ctx, input }) => ctx.services().mappings.save(input)),
  propose: procedure.input(inputs.reading).query(({ ctx, input }) => ctx.services().mappings.propose(input.readingId)),
  remove: procedure.input(inputs.mapping).mutation(({ ctx, input }) => ctx.services().mappings.remove(input.id)),
});
