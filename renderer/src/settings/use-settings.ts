import { isBlank } from '../../../shared/model/text.ts';
import type { Settings } from '../../../shared/model/unit.ts';
import { useStart } from '../lib/start.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import { useAutosaved, type Autosaved } from './use-autosaved.ts';

const valid = ({ workbookName, fileName }: Settings): boolean => !isBlank(workbookName) && !isBlank(fileName);

/** The settings, saved while they are typed. */
export const useSettings = (): Autosaved<Settings> => useAutosaved(useStart().settings, useSaveSettings(), valid);
