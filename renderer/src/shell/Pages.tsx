import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ImportingProvider } from '../importing/ImportingProvider.tsx';
import { FillPage } from '../fill/FillPage.tsx';
import { ImportPage } from '../importing/ImportPage.tsx';
import { useStart } from '../lib/start.ts';
import { ListPage } from '../list/ListPage.tsx';
import { PreviewPage } from '../preview/PreviewPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { FirstRun } from '../start/FirstRun.tsx';
import { SummaryPage } from '../summary/SummaryPage.tsx';
import { UnitYearNotices } from '../unit-year/UnitYearNotices.tsx';
import { UnitYearPage } from '../unit-year/UnitYearPage.tsx';
import { VerifyPage } from '../verify/VerifyPage.tsx';
import { UnsavedNotices } from '../wizard/UnsavedNotices.tsx';
import { WizardPage } from '../wizard/WizardPage.tsx';
import { Shell } from './Shell.tsx';

/** Which page the address shows. What is being imported stays while one looks at others. */
export const Pages = (): ReactElement => (
  <ImportingProvider>
    <PageOfAddress />
  </ImportingProvider>
);

/** Before there is a unit: the first run, and the way in through a file. */
const PageOfAddress = (): ReactElement => {
  const { empty } = useStart();
  if (empty) {
    return (
      <Switch>
        <Route path="/import" component={ImportPage} />
        <Route component={FirstRun} />
      </Switch>
    );
  }
  return (
    <Shell>
      <UnsavedNotices />
      <UnitYearNotices />
      <Switch>
        <Route path="/" component={ListPage} />
        <Route path="/projects/:id/:step?" component={WizardPage} />
        <Route path="/preview/:ids/:paper?" component={PreviewPage} />
        <Route path="/fill/:ids?" component={FillPage} />
        <Route path="/unit-year" component={UnitYearPage} />
        <Route path="/summary" component={SummaryPage} />
        <Route path="/verify" component={VerifyPage} />
        <Route path="/import" component={ImportPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Shell>
  );
};
