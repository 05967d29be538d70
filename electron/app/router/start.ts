import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

export const startRouters = {
  start: router({
    state: procedure.query(({ ctx }) => ctx.services().start.state()),
    loadSample: procedure.mutation(({ ctx }) => ctx.services().start.loadSample()),
    createUnit: procedure.input(inputs.unitCreate).mutation(({ ctx, input }) => ctx.services().start.createUnit(input)),
  }),
  settings: router({
    save: procedure.input(inputs.settingsSave).mutation(({ ctx, input }) => ctx.services().settings.save(input)),
  }),
  units: router({
    create: procedure.input(inputs.unitAdd).mutation(({ ctx, input }) => ctx.services().units.create(input)),
    save: procedure.input(inputs.unitSave).mutation(({ ctx, input }) => ctx.services().units.save(input)),
  }),
};
