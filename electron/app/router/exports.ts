import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

export const exportRouters = {
  exports: router({
    start: procedure.input(inputs.exportStart).mutation(({ ctx, input }) => ctx.services().exports.start(input)),
    deliver: procedure.input(inputs.exportDeliver).mutation(({ ctx, input }) => ctx.services().exports.deliver(input)),
  }),
  jobs: router({
    get: procedure.input(inputs.job).query(({ ctx, input }) => ctx.services().jobs.get(input.jobId)),
    cancel: procedure.input(inputs.job).mutation(({ ctx, input }) => ctx.services().jobs.cancel(input.jobId)),
  }),
  print: router({
    prepare: procedure.input(inputs.printPrepare).mutation(({ ctx, input }) => ctx.services().print.prepare(input)),
    pdf: procedure.input(inputs.printPrepare).mutation(({ ctx, input }) => ctx.services().print.pdf(input)),
  }),
  mail: router({
    prepare: procedure.input(inputs.mailPrepare).mutation(({ ctx, input }) => ctx.services().mail.prepare(input)),
  }),
};
