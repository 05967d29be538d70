import type { ReactElement } from 'react';

export const ImportPage = (): ReactElement => <div />;
