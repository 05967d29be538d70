import { zodResolver } from '@hookform/resolvers/zod';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { FormDefinition } from '../../../shared/forms/form.ts';
import { finishedSchema } from '../../../shared/forms/schema.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { troubleOf } from '../lib/errors.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { createAutosave, type Autosave, type RefusalCode, type SaveStatus } from './autosave.ts';
import { toFormValues, toStored } from './form-values.ts';
import { keepTyped } from './merge.ts';
import { rememberDeparture, saveWhileLeaving, type StoredProject } from './save-project.ts';

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

/** The one form of the wizard: react-hook-form with the finished form's schema (gaps are hints), saved while it is typed. */
export const useProjectForm = (project: StoredProject, form: FormDefinition): ProjectForm => {
  const [initial] = useState(() => toFormValues(project.content, form, newId));
  const [resolver] = useState(() => zodResolver(finishedSchema(form)));
  const methods = useForm<ProjectContent>({ defaultValues: initial, resolver, mode: 'onTouched' });
  const [live, setLive] = useState(initial);
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: null });
  const client = useTRPCClient();
  const [autosave] = useState<Autosave<ProjectContent>>(() =>
    createAutosave<ProjectContent>({
      stored: project.content,
      version: project.version,
      save: (content, version, leaving) => {
        const input = { id: project.id, version, content };
        return leaving ? saveWhileLeaving(input) : client.projects.save.mutate(input);
      },
      explain: (error) => {
        const { code, message } = troubleOf(error);
        return { refusal: code === 'stale' || code === 'frozen' || code === 'not-found' ? code : null, message };
      },
      onStatus: setStatus,
    }),
  );
  useChanges(methods, (values) => {
    autosave.change(toStored(values));
    startTransition(() => setLive(structuredClone(values)));
  });
  useDeparture(project.id, autosave);

  const recover = useCallback(
    async (code: RefusalCode): Promise<void> => {
      if (code === 'not-found') await client.projects.restore.mutate({ ids: [project.id] });
      if (code === 'frozen') await client.projects.reopen.mutate({ id: project.id });
      const newest = await client.projects.get.query({ id: project.id });
      const merged = keepTyped(autosave.stored(), toStored(methods.getValues()), newest.content);
      autosave.adopt(newest.content, newest.version);
      autosave.change(merged);
      const values = toFormValues(merged, form, newId);
      methods.reset(values);
      setLive(structuredClone(values));
    },
    [autosave, client, form, methods, project.id],
  );
  return { methods, live, status, flush: autosave.flush, recover };
};

/** Calls back once for all that one key or click changed. */
const useChanges = (methods: UseFormReturn<ProjectContent>, onChange: (values: ProjectContent) => void): void => {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const { subscribe, getValues } = methods;
  useEffect(() => {
    let asked = false;
    let before = JSON.stringify(getValues());
    return subscribe({
      formState: { values: true },
      callback: () => {
        if (asked) return;
        asked = true;
        queueMicrotask(() => {
          asked = false;
          const values = getValues();
          const now = JSON.stringify(values);
          // Boxes that only registered changed nothing.
          if (now === before) return;
          before = now;
          latest.current(values);
        });
      },
    });
  }, [subscribe, getValues]);
};

/** Nothing typed is left behind: not by another page of the window, another window, nor by closing it. */
const useDeparture = (id: string, autosave: Autosave<ProjectContent>): void => {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  useEffect(() => {
    const flush = (): void => void autosave.flush();
    const hide = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', autosave.leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', autosave.leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [autosave]);
  useEffect(
    () => () => {
      const saving = autosave.flush().then(async (saved) => {
        if (!saved) warnUnsaved();
        await queryClient.invalidateQueries(trpc.projects.list.pathFilter());
      });
      rememberDeparture(id, saving);
    },
    [autosave, id, queryClient, trpc],
  );
};

const warnUnsaved = (): void => {
  notifications.show({
    color: 'red',
    autoClose: false,
    message: '刚才填写的内容还没有保存好，程序会继续尝试，请先不要关闭窗口。',
  });
};
