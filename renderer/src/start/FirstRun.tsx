import type { ReactElement } from 'react';

export const FirstRun = (): ReactElement => <div />;
