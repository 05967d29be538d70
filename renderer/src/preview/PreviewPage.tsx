import type { ReactElement } from 'react';

export const PreviewPage = (): ReactElement => <div />;
