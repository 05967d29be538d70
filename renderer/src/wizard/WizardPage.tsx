import type { ReactElement } from 'react';

export const WizardPage = (): ReactElement => <div />;
