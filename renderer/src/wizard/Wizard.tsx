import { Title } from '@mantine/core';
import { useCallbackRef, useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { AskedForm, Gap, StepId } from '../../../shared/forms/form.ts';
import { formGaps } from '../../../shared/forms/gaps.ts';
import { formById } from '../../../shared/forms/index.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { useStart } from '../lib/start.ts';
import { previewHref } from '../preview/selection.ts';
import { CheckStep } from './CheckStep.tsx';
import { FinishedStep } from './FinishedStep.tsx';
import { fieldOf, focusStart } from './focus.ts';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import { createHints, hintsOf } from './hints.ts';
import { KeptText } from './KeptText.tsx';
import { LivePaper } from './LivePaper.tsx';
import { LockedBanner } from './LockedBanner.tsx';
import { PaperChoice } from './PaperChoice.tsx';
import { PaneSwitch, type Panes } from './PaneSwitch.tsx';
import { RefusedSave } from './SaveState.tsx';
import type { StoredProject } from './save-project.ts';
import { isUnwritten, StartFromKind } from './StartFromKind.tsx';
import { StepFields } from './StepFields.tsx';
import { StepFoot } from './StepFoot.tsx';
import { StepNav } from './StepNav.tsx';
import { countGaps, placeOfPath, rowsOfStep, STEP_LABELS, stepOf, stepOfField } from './steps.ts';
import { useAsked } from './use-asked.ts';
import { useFinish } from './use-finish.ts';
import { useLastYear } from './use-last-year.ts';
import type { LastYearStore } from './last-year.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useProjectForm } from './use-project-form.ts';
import { useShownForm } from './use-shown-form.ts';
import { useStepFocus } from './use-step-focus.ts';
import { useUndoable } from './use-undoable.ts';
import { useWizardKeys } from './use-wizard-keys.ts';
import { WeightLine } from './WeightLine.tsx';
import classes from './Wizard.module.css';
import { WizardBar } from './WizardBar.tsx';
import { WizardContext, type WizardTools } from './wizard-context.ts';

/** Form and paper side by side, for one project. */
export const Wizard = ({
  project,
  hasKeptText,
  step: named,
  onReread,
}: {
  readonly project: StoredProject;
  /** Text of this project could not be saved before, and does not go back by itself. */
  readonly hasKeptText: boolean;
  /** As the address names it. */
  readonly step: string | undefined;
  readonly onReread: () => void;
}): ReactElement => {
  const { unit, form, steps } = useAsked(project.unitId);
  const step = stepOf(named, steps);
  const { methods, live, status, flush, recover } = useProjectForm(project, form);
  const gaps = useMemo(() => formGaps(form, live), [form, live]);
  const counts = useMemo(() => countGaps(gaps), [gaps]);
  const side = useLastYear(project, live);
  const tools = useTools(methods, project, form, gaps, live, side.store);
  const neighbours = useNeighbours(project);

  const [, navigate] = useLocation();
  const [shown, show] = useShownForm(unit);
  // Stable: what stands beside the form is not drawn again for every status of the save.
  const go = useCallbackRef((to: StepId) => navigate(`/projects/${project.id}/${to}`, { replace: true }));
  const list = (): void => navigate('/');
  const preview = (): void => void flush().then(() => navigate(previewHref([project.id], shown)));

  const pane = useRef<HTMLDivElement>(null);
  const panes = usePanes();
  const [lit, setLit] = useState<FieldPath | null>(null);
  const toField = useStepFocus(pane, step, gaps, go, (path) => stepOfField(form, live, path));
  const openField = useCallbackRef((path: FieldPath) => {
    panes.showForm();
    toField(placeOfPath(form, path));
  });
  const hidePaper = useCallbackRef(() => panes.showPaper(false));
  const onEnter = useWizardKeys({ pane, steps, step, go, flush, preview, list });
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
          lastYear={side.last === null ? null : { shown: side.shown, toggle: () => side.show(!side.shown) }}
          onPreview={preview}
        />
        <div className={classes.panes}>
          <div className={classes.steps}>
            {panes.narrow && <PaneSwitch panes={panes} />}
            <StepNav steps={steps} step={step} counts={counts} onStep={go} />
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
                <Title order={2} size="lg" mb="sm">
                  {STEP_LABELS[step]}
                </Title>
                {asksWeights(form, step) && <WeightLine live={live} />}
                {step === 'basics' && !tools.locked && isUnwritten(live) && <StartFromKind name={live.name} />}
                {step !== 'check' && <StepFields step={step} />}
                {step === 'check' && !tools.locked && (
                  <CheckStep unit={unit} year={project.year} live={live} gaps={gaps} side={side} onGap={openField} />
                )}
                {step === 'check' && tools.locked && (
                  <FinishedStep onPreview={preview} onExport={() => setDialog('export')} onNext={neighbours.next} />
                )}
              </div>
              <StepFoot
                steps={steps}
                step={step}
                onStep={go}
                finish={tools.locked ? null : { ...finishing, complete: gaps.length === 0 }}
              />
            </div>
          )}
          {panes.paper && (
            <div className={classes.sheetPane}>
              <PaperChoice forms={unit.forms} shown={shown} onShow={show} />
              <LivePaper
                form={formById(shown)}
                unit={unit}
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
          <HistoryDrawer id={project.id} form={form} content={live} onClose={() => setDialog(null)} />
        )}
        <ExportDialog ids={[project.id]} paper={shown} opened={dialog === 'export'} onClose={() => setDialog(null)} />
      </div>
    </WizardContext>
  );
};

const useTools = (
  methods: ReturnType<typeof useProjectForm>['methods'],
  project: StoredProject,
  form: AskedForm,
  gaps: readonly Gap[],
  live: ProjectContent,
  last: LastYearStore,
): WizardTools => {
  const { settings, units } = useStart();
  const [hints] = useState(createHints);
  useEffect(() => hints.set(hintsOf(form, gaps, live)), [hints, form, gaps, live]);
  const tellDone = useUndoable();
  const { control, setValue, getValues } = methods;
  const { unitId, year } = project;
  const locked = project.state !== 'draft';
  return useMemo(
    () => ({
      control,
      setValue,
      getValues,
      hints,
      last,
      form,
      where: { unitId, year },
      settings,
      units,
      locked,
      tellDone,
    }),
    [control, setValue, getValues, hints, last, form, unitId, year, settings, units, locked, tellDone],
  );
};

const asksWeights = (form: AskedForm, step: StepId): boolean =>
  form.indicatorFields.some(({ part }) => part === 'weight') && rowsOfStep(form, step).length > 0;

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
