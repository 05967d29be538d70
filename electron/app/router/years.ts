import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';
import { fileInput, fileOf } from './files.ts';

export const yearRouters = {
  unitYears: router({
    get: procedure.input(inputs.unitYear).query(({ ctx, input }) => ctx.services().unitYears.get(input)),
    save: procedure.input(inputs.unitYearSave).mutation(({ ctx, input }) => ctx.services().unitYears.save(input)),
  }),
  summary: router({
    get: procedure.input(inputs.scope).query(({ ctx, input }) => ctx.services().summary.get(input)),
  }),
  verify: router({
    file: procedure.input(fileInput).mutation(async ({ ctx, input }) => {
      const { name, bytes } = await fileOf(input);
      return ctx.services().verify.file(name, bytes);
    }),
  }),
};
