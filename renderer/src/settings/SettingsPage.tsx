import type { ReactElement } from 'react';

export const SettingsPage = (): ReactElement => <div />;
