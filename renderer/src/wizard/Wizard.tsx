import { Title } from '@mantine/core';
import { useCallbackRef, useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Gap, StepId } from '../../../shared/forms/form.ts';
import { formGaps } from '../../../shared/forms/gaps.ts';
import { askedForm } from '../../../shared/forms/asked.ts';
import { formById } from '../../../shared/forms/index.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { useStart } from '../lib/start.ts';
import { CheckStep } from './CheckStep.tsx';
import { FinishedStep } from './FinishedStep.tsx';
import { fieldOf, focusStart } from './focus.ts';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import { createHints, hintsOf } from './hints.ts';
import { KeptText } from './KeptText.tsx';
import { LivePaper } from './LivePaper.tsx';
import { LockedBanner } from './LockedBanner.tsx';
import { PaneSwitch, type Panes } from './PaneSwitch.tsx';
import { RefusedSave } from './SaveState.tsx';
import type { StoredProject } from './save-project.ts';
import { StepFields } from './StepFields.tsx';
import { StepFoot } from './StepFoot.tsx';
import { StepNav } from './StepNav.tsx';
import { countGaps, STEP_LABELS, stepOfField } from './steps.ts';
import { useFinish } from './use-finish.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useProjectForm } from './use-project-form.ts';
import { useStepFocus } from './use-step-focus.ts';
import { useWizardKeys } from './use-wizard-keys.ts';
import classes from './Wizard.module.css';
import { WizardBar } from './WizardBar.tsx';
import { WizardContext, type WizardTools } from './wizard-context.ts';

// The forms of the unit decide what is asked and which paper is shown.
const FORM = askedForm(['annex2'], { tree: '88', weightSum: 90 });

/** Form and paper side by side, for one project. */
export const Wizard = ({
  project,
  hasKeptText,
  step,
  onReread,
}: {
  readonly project: StoredProject;
  /** Text of this project could not be saved before, and does not go back by itself. */
  readonly hasKeptText: boolean;
  readonly step: StepId;
  readonly onReread: () => void;
}): ReactElement => {
  const { methods, live, status, flush, recover } = useProjectForm(project, FORM);
  const gaps = useMemo(() => formGaps(FORM, live), [live]);
  const counts = useMemo(() => countGaps(gaps), [gaps]);
  const tools = useTools(methods, project, gaps, live);
  const neighbours = useNeighbours(project);

  const [, navigate] = useLocation();
  // Stable: what stands beside the form is not drawn again for every status of the save.
  const go = useCallbackRef((to: StepId) => navigate(`/projects/${project.id}/${to}`, { replace: true }));
  const list = (): void => navigate('/');
  const preview = (): void => void flush().then(() => navigate(`/preview/${project.id}`));

  const pane = useRef<HTMLDivElement>(null);
  const panes = usePanes();
  const [lit, setLit] = useState<FieldPath | null>(null);
  const toField = useStepFocus(pane, step, gaps, go, (path) => stepOfField(FORM, live, path));
  const openField = useCallbackRef((path: FieldPath) => {
    panes.showForm();
    toField(path);
  });
  const hidePaper = useCallbackRef(() => panes.showPaper(false));
  const onEnter = useWizardKeys({ pane, step, go, flush, preview, list });
  const finishing = useFinish(
    project.id,
    flush,
    () => methods.trigger(),
    onReread,
    () => pane.current && focusStart(pane.current),
  );
  const [dialog, setDialog] = useState<'history' | 'export' | null>(null);

  return (
    <WizardContext value={tools}>
      <div className={classes.page}>
        <WizardBar
          name={live.name}
          state={project.state}
          status={status}
          onRetry={() => void flush()}
          onList={list}
          onPrevious={neighbours.previous}
          onNext={neighbours.next}
          onHistory={() => void flush().then(() => setDialog('history'))}
          onShowPaper={panes.narrow || panes.paper ? null : () => panes.showPaper(true)}
          onPreview={preview}
        />
        <div className={classes.panes}>
          <div className={classes.steps}>
            {panes.narrow && <PaneSwitch panes={panes} />}
            <StepNav step={step} counts={counts} onStep={go} />
          </div>
          {panes.form && (
            <div
              ref={pane}
              className={classes.form}
              onKeyDown={onEnter}
              onFocus={(event) => setLit(fieldOf(event.target))}
            >
              {tools.locked && <LockedBanner id={project.id} state={project.state} onReopened={onReread} />}
              {hasKeptText && (
                <KeptText id={project.id} state={project.state} onDone={() => void flush().then(onReread)} />
              )}
              {status.kind === 'refused' && <RefusedSave code={status.code} onRecover={recover} />}
              <div className={classes.fields}>
                <Title order={3} size="lg" mb="sm">
                  {STEP_LABELS[step]}
                </Title>
                {step !== 'check' && <StepFields step={step} />}
                {step === 'check' && !tools.locked && <CheckStep gaps={gaps} onGap={openField} />}
                {step === 'check' && tools.locked && (
                  <FinishedStep onPreview={preview} onExport={() => setDialog('export')} onNext={neighbours.next} />
                )}
              </div>
              <StepFoot
                step={step}
                onStep={go}
                finish={tools.locked ? null : { ...finishing, complete: gaps.length === 0 }}
              />
            </div>
          )}
          {panes.paper && (
            <div className={classes.sheetPane}>
              <LivePaper
                form={formById('annex2')}
                project={project}
                live={live}
                lit={lit}
                onField={openField}
                onHide={panes.narrow ? null : hidePaper}
              />
            </div>
          )}
        </div>
        {dialog === 'history' && (
          <HistoryDrawer id={project.id} form={FORM} content={live} onClose={() => setDialog(null)} />
        )}
        <ExportDialog ids={[project.id]} opened={dialog === 'export'} onClose={() => setDialog(null)} />
      </div>
    </WizardContext>
  );
};

const useTools = (
  methods: ReturnType<typeof useProjectForm>['methods'],
  project: StoredProject,
  gaps: readonly Gap[],
  live: ProjectContent,
): WizardTools => {
  const { settings, units } = useStart();
  const [hints] = useState(createHints);
  useEffect(() => hints.set(hintsOf(gaps, live)), [hints, gaps, live]);
  const { control, setValue, getValues } = methods;
  const locked = project.state !== 'draft';
  return useMemo(
    () => ({ control, setValue, getValues, hints, form: FORM, settings, units, locked }),
    [control, setValue, getValues, hints, settings, units, locked],
  );
};

/** Side by side where there is room, else one of them. */
const usePanes = (): Panes => {
  const narrow = useMediaQuery('(max-width: 1000px)');
  const [shown, setShown] = useState<'form' | 'paper'>('form');
  const [paper, setPaper] = useState(true);
  return {
    narrow,
    form: !narrow || shown === 'form',
    paper: narrow ? shown === 'paper' : paper,
    showForm: () => setShown('form'),
    showPaper: (visible) => (narrow ? setShown(visible ? 'paper' : 'form') : setPaper(visible)),
  };
};
