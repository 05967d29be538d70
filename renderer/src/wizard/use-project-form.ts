import { zodResolver } from '@hookform/resolvers/zod';
import { startTransition, useCallback, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { AskedForm } from '../../../shared/forms/form.ts';
import { finishedSchema } from '../../../shared/forms/schema.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import type { RefusalCode, SaveStatus } from './autosave.ts';
import { toFormValues, toStored, withReadings } from './form-values.ts';
import { keepTyped } from './merge.ts';
import type { StoredProject } from './save-project.ts';
import { useAutosave } from './use-autosave.ts';
import { useChanges } from './use-changes.ts';
import { useDeparture } from './use-departure.ts';

const newId = (): string => crypto.randomUUID();

export interface ProjectForm {
  readonly methods: UseFormReturn<ProjectContent>;
  /** What stands in the form, a moment after it was typed: for the paper, the gaps and the title. */
  readonly live: ProjectContent;
  readonly status: SaveStatus;
  /** Saves now; false where it could not. */
  readonly flush: () => Promise<boolean>;
  /** Gets over a refused save without losing what was typed here. */
  readonly recover: (code: RefusalCode) => Promise<void>;
}

/** The one form of the wizard: react-hook-form, saved while it is typed. */
export const useProjectForm = (project: StoredProject, form: AskedForm): ProjectForm => {
  const [opened, setOpened] = useState(() => toFormValues(project.content, form, newId));
  // The schema speaks when the project is to be finished; while typing the hints do, box by box (hints.ts).
  const methods = useForm<ProjectContent>({
    defaultValues: opened,
    resolver: zodResolver(finishedSchema(form)),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const [live, setLive] = useState(opened);
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: null });
  const client = useTRPCClient();
  const autosave = useAutosave(project, setStatus);
  const collect = useChanges(methods, (typed) => {
    const values = withReadings(typed, opened);
    autosave.change(toStored(values));
    startTransition(() => setLive(values));
  });
  const { flush } = useDeparture(project.id, autosave, collect);

  const recover = useCallback(
    async (code: RefusalCode): Promise<void> => {
      if (code === 'not-found') await client.projects.restore.mutate({ ids: [project.id] });
      if (code === 'frozen') await client.projects.reopen.mutate({ id: project.id });
      const newest = await client.projects.get.query({ id: project.id });
      const mine = toStored(withReadings(methods.getValues(), opened));
      const merged = keepTyped(autosave.stored(), mine, newest.content);
      autosave.adopt(newest.content, newest.version);
      autosave.change(merged);
      const values = toFormValues(merged, form, newId);
      setOpened(values);
      methods.reset(values);
      setLive(values);
    },
    [autosave, client, form, methods, opened, project.id],
  );
  return { methods, live, status, flush, recover };
};
