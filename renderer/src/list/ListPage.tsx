import type { ReactElement } from 'react';

export const ListPage = (): ReactElement => <div />;
